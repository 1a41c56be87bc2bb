import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import type { Auth } from './auth.ts';
import { listGrants } from './identity-repository.ts';
import { copyCookies, headersOf } from './identity-routes.tsx';
import { describeGrant } from './require-can.ts';
import type { Actor } from './role.ts';

/**
 * Finds out who sends each request. Requests without a session cookie ask nothing of the database. A session of a persona counts in
 * the demonstration only; anywhere else it is ended.
 */
export function attachActor(app: FastifyInstance, context: AppContext, auth: Auth): void {
  app.decorateRequest('actor', null);
  app.decorateRequest('signedIn', null);
  app.addHook('onRequest', async (request, reply) => {
    const { isForAnyone } = request.routeOptions.config;
    if (!request.headers.cookie?.includes('session_token') || isForAnyone || request.url.startsWith('/assets/')) {
      return;
    }
    const session = await auth.api.getSession({ headers: headersOf(request) });
    if (session === null) {
      return;
    }
    if (session.user.isPersona && !context.config.isDemonstration) {
      copyCookies(reply, await auth.api.signOut({ headers: headersOf(request), asResponse: true }));
      return;
    }
    const grants = await listGrants(context.database, session.user.id);
    request.actor = {
      personId: session.user.id,
      name: session.user.name,
      jobTitle: session.user.jobTitle ?? '',
      grants,
    };
    request.signedIn = { name: session.user.name, actingFor: actingFor(request.actor) };
  });
}

function actingFor(actor: Actor): string {
  const all = actor.grants.map(describeGrant);
  return all.length === 0 ? 'No role yet' : all.join('; ');
}
