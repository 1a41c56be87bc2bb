import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { pageNumber } from '../../views/pagination/pagination.ts';
import { can, requireCan } from '../identity/index.ts';
import { type NeededRole, neededRoles, neededRoleWords } from './needed-roles.ts';
import { readPlacesWithout, readSetUp } from './read-set-up.ts';
import { PlacesWithoutPage } from './views/places-without-page.tsx';
import { SetUpPage } from './views/set-up-page.tsx';

/** What is still missing until the programme runs, each with the way to mend it. */
export function setUpRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/programme/set-up', async (request, reply) => {
    const actor = requireCan(request, 'set-up.read');
    return sendPage(request, reply, {
      title: 'Set-up',
      section: 'workspace',
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

  app.get<{ Params: { role: string } }>('/workspace/programme/set-up/without/:role', async (request, reply) => {
    requireCan(request, 'set-up.read');
    const role = neededRoleOf(request.params.role);
    return sendPage(request, reply, {
      title: neededRoleWords(role, context.pack.assessed).list,
      section: 'workspace',
      breadcrumbs: [
        { href: paths.workspace(), text: 'My work' },
        { href: paths.programmeSetUp(), text: 'Set-up' },
      ],
      body: (
        <PlacesWithoutPage
          role={role}
          words={neededRoleWords(role, context.pack.assessed)}
          places={await readPlacesWithout(context, role)}
          page={pageNumber(textOf(postedForm(request.query), 'page'))}
        />
      ),
    });
  });
}

function neededRoleOf(text: string): NeededRole {
  const role = neededRoles.find((each) => each === text);
  if (role === undefined) {
    throw new NotFoundError('There is no such list.', { href: paths.programmeSetUp(), text: 'Set-up' });
  }
  return role;
}
