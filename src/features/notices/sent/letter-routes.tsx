import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import { ConflictError, NotFoundError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { acting, can, requireCan } from '../../identity/index.ts';
import { countFailed, listLetters } from './letter-list-repository.ts';
import { readLetterId, readLetterQuery } from './letter-query.ts';
import { type PutBackOutcome, putLetterBack } from './put-letter-back.ts';
import { LettersPage } from './views/letters-page.tsx';

const SHOWN = 50;

/** Every letter that the service has written, and what became of it, for those who run the programme. */
export function letterRoutes(app: FastifyInstance, { database, clock }: AppContext): void {
  app.get('/workspace/programme/letters', async (request, reply) => {
    const actor = requireCan(request, 'letter.read');
    const query = readLetterQuery(postedForm(request.query));
    const [page, failedCount] = await Promise.all([listLetters(database, query, SHOWN), countFailed(database)]);
    return sendPage(request, reply, {
      title: 'E-mails',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: (
        <LettersPage
          query={query}
          page={page}
          failedCount={failedCount}
          isMailSetUp={app.letters !== null}
          mayChangeSettings={can(actor, 'settings.change')}
          maySendAgain={can(actor, 'letter.send-again', {})}
        />
      ),
    });
  });

  app.post<{ Params: { letter: string } }>(
    '/workspace/programme/letters/:letter/send-again',
    async (request, reply) => {
      const actor = requireCan(request, 'letter.send-again');
      const { letters } = app;
      if (letters === null) {
        throw new ConflictError('No mail server is set up, so no e-mail can be sent.', toLetters);
      }
      const letterId = readLetterId(request.params.letter);
      const by = acting(actor, 'letter.send-again', {}, clock());
      const outcome =
        letterId === null ? ({ kind: 'unknown' } as const) : await putLetterBack({ database, letters }, letterId, by);
      refuseUnlessPutBack(outcome);
      return redirectWithSuccess(reply, paths.letters({ state: 'failed' }), 'The e-mail is on its way again');
    },
  );
}

const toLetters = { href: paths.letters({ state: 'failed' }), text: 'Go to the e-mails' };

function refuseUnlessPutBack({ kind }: PutBackOutcome): void {
  switch (kind) {
    case 'ok':
      return;
    case 'unknown':
      throw new NotFoundError('There is no such e-mail. Look for it in the list of e-mails.', toLetters);
    case 'not-failed':
      throw new ConflictError(
        'This e-mail waits to be sent or was sent. Somebody else may have been first.',
        toLetters,
      );
    case 'link-gone':
      throw new ConflictError(
        'The link in this e-mail is no longer kept, so it cannot be sent again. Send the person a new link from the list of people.',
        { href: paths.people(), text: 'Go to the people' },
      );
  }
}
