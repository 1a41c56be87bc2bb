import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { type Actor, roleLabels } from '../identity/index.ts';
import { findScope } from '../search/index.ts';
import { inviteRoutes } from './invite-routes.tsx';
import { mayManage, reachOf, rolesToGive } from './manage.ts';
import { type PeopleQuery, readPeopleQuery } from './people-query.ts';
import { listPeople, type PeopleWanted } from './people-repository.ts';
import { requireReach, rolesGiven } from './require-reach.ts';
import { roleRoutes } from './role-routes.tsx';
import { PeoplePage } from './views/people-page.tsx';

const SHOWN = 50;

/** Who has which role where, for those who look after them. */
export function peopleRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/people', async (request, reply) => {
    const actor = requireReach(request);
    return sendPeople(request, reply, context, actor, readPeopleQuery(postedForm(request.query)));
  });

  inviteRoutes(app, context);
  roleRoutes(app, context);
}

async function sendPeople(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  actor: Actor,
  query: PeopleQuery,
) {
  const place = query.place === '' ? null : await findPlace(context, query.place);
  const wanted: PeopleWanted = {
    reach: reachOf(actor),
    words: query.find,
    role: query.role,
    // A place that is not known has nobody.
    place:
      query.place === '' ? null : { scopeKind: place?.scopeKind ?? 'nation', scopeId: place?.scopeId ?? 'nowhere' },
    day: context.pack.positionOn,
  };
  const page = await listPeople(context.database, wanted, { after: query.after, limit: SHOWN });
  return sendPage(request, reply, {
    title: 'People',
    section: 'workspace',
    realDates: 'all',
    illustrative: context.config.isDemonstration && 'people',
    breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
    body: (
      <PeoplePage
        query={query}
        placeName={query.place === '' ? null : (place?.name ?? '')}
        page={page}
        roles={rolesGiven(context.pack).map((role) => ({ value: role, label: roleLabels[role] }))}
        mayInvite={rolesToGive(actor, rolesGiven(context.pack)).length > 0}
        mayManage={(row) => mayManage(actor, row)}
      />
    ),
  });
}

/** What a code means, whatever kind of place bears it. */
async function findPlace({ database, pack }: AppContext, code: string) {
  for (const scopeKind of ['organisation', 'region', 'footprint'] as const) {
    const found = await findScope(database, scopeKind, code, pack.positionOn);
    if (found !== null) {
      return { ...found, scopeKind };
    }
  }
  return null;
}
