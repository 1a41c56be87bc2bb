import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { requireActor } from '../../identity/index.ts';
import { findChoice, updateChoice } from './letter-choice-repository.ts';
import { parseChoice } from './parse-choice.ts';
import { ChoicePage } from './views/choice-page.tsx';

/** When somebody wants to be written to about their work. */
export function choiceRoutes(app: FastifyInstance, { database, clock }: AppContext): void {
  app.get('/account/letters', (request, reply) => sendChoice(request, reply, []));

  app.post('/account/letters', async (request, reply) => {
    const { personId } = requireActor(request);
    const form = parseChoice(postedForm(request.body));
    if (form.kind === 'errors') {
      return sendChoice(request, reply, form.errors);
    }
    await updateChoice(database, personId, form.value, clock());
    return redirectWithSuccess(reply, paths.account(), 'Your choice of e-mails is saved.');
  });

  async function sendChoice(request: FastifyRequest, reply: FastifyReply, errors: readonly FieldError[]) {
    const { personId } = requireActor(request);
    const choice = await findChoice(database, personId);
    return sendPage(request, reply, {
      title: 'E-mails about your work',
      status: errors.length > 0 ? 422 : 200,
      hasErrors: errors.length > 0,
      breadcrumbs: [
        { href: paths.workspace(), text: 'My work' },
        { href: paths.account(), text: 'Your account' },
      ],
      body: <ChoicePage choice={choice} isMailSetUp={app.letters !== null} errors={errors} />,
    });
  }
}
