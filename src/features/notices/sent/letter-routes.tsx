import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { requireCan } from '../../identity/index.ts';
import { countFailed, listLetters } from './letter-list-repository.ts';
import { readLetterQuery } from './letter-query.ts';
import { LettersPage } from './views/letters-page.tsx';

const SHOWN = 50;

/** Every letter that the service has written, and what became of it, for those who run the programme. */
export function letterRoutes(app: FastifyInstance, { database }: AppContext): void {
  app.get('/workspace/programme/letters', async (request, reply) => {
    requireCan(request, 'letter.read');
    const query = readLetterQuery(postedForm(request.query));
    const [page, failedCount] = await Promise.all([listLetters(database, query, SHOWN), countFailed(database)]);
    return sendPage(request, reply, {
      title: 'Letters',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: <LettersPage query={query} page={page} failedCount={failedCount} isMailSetUp={app.letters !== null} />,
    });
  });
}
