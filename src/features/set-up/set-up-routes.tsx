import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { can, requireCan } from '../identity/index.ts';
import { readSetUp } from './read-set-up.ts';
import { SetUpPage } from './views/set-up-page.tsx';

/** What is still missing until the programme runs, each with the way to mend it. */
export function setUpRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/programme/set-up', async (request, reply) => {
    const actor = requireCan(request, 'set-up.read');
    return sendPage(request, reply, {
      title: 'Set-up',
      section: 'workspace',
      illustrative: context.config.isDemonstration,
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: (
        <SetUpPage
          programme={context.pack.title}
          steps={await readSetUp({ ...context, settings: app.settings.current })}
          mayMend={({ mendedBy }) => mendedBy === undefined || can(actor, mendedBy)}
        />
      ),
    });
  });
}
