import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { ConfigError, publicUrlOf } from '../../platform/config.ts';
import { unavailableIn } from '../../platform/http/problem.ts';
import { countOf } from '../../views/format.ts';
import { describeGrant } from './acting.ts';
import { isOld } from './confirming.ts';
import { passkeysWorkAt } from './passkeys/passkeys-work-at.ts';
import type { Grant } from './role.ts';
import { countedGrants, isFactorShown, rolesIn } from './second-factor-rule.ts';
import { sessionCookieName, tokenSentWith } from './session-cookie.ts';
import { sessionStanding } from './session-life.ts';
import { deleteSession, type FoundSession, findSession, updateSessionEnd } from './session-repository.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether browsers make passkeys for the address of this service. */
    readonly offersPasskeys: boolean;
    /** Where people may sign in instead; null where nowhere. */
    readonly providerName: string | null;
  }
  interface FastifyRequest {
    /** Why nobody can tell who sends this form just now; null where it is known, and while it has not been asked. */
    actorUnknown: Error | null;
    /** What the signed-in person holds, but cannot use until they sign in with a second factor; null where nobody is signed in. */
    withheldGrants: readonly Grant[] | null;
    /** Whether the person is one of the invented ones of the demonstration. */
    isPersona: boolean;
    /** Whether the session was opened by more than a password. */
    hasShownFactor: boolean;
    /** How long the cookie of the session it came with lasts from now on, in seconds: 0 where it is over; null where nothing changes. */
    sessionCookieAge: number | null;
  }
}

/**
 * Finds out who sends each request. Requests without a session cookie ask nothing of the database. A session of a persona counts in
 * the demonstration only; anywhere else it is ended.
 */
export function attachActor(app: FastifyInstance, context: AppContext): void {
  const cookieName = sessionCookieName(app.cookieRules);
  app.decorate('offersPasskeys', passkeysWorkAt(publicUrlOf(context.config)));
  app.decorate('providerName', context.config.provider?.name ?? null);
  app.decorateRequest('actor', null);
  app.decorateRequest('signedIn', null);
  app.decorateRequest('isSignInOld', false);
  app.decorateRequest('withheldGrants', null);
  app.decorateRequest('hasShownFactor', false);
  app.decorateRequest('isPersona', false);
  app.decorateRequest('sessionCookieAge', null);
  requireKnownRoles(context.config.secondFactorRoles);
  app.decorateRequest('actorUnknown', null);
  app.addHook('onRequest', async (request) => {
    const { isForAnyone } = request.routeOptions.config;
    if (request.cookies[cookieName] === undefined || isForAnyone || request.url.startsWith('/assets/')) {
      return;
    }
    try {
      await readSession(request, context);
    } catch (error) {
      const unavailable = unavailableIn(error);
      if (!isTypedForm(request) || unavailable === null) {
        throw error;
      }
      request.actorUnknown = unavailable;
    }
  });
  app.addHook('onSend', sendSessionCookie);
  // By now the form has been read, and the page that turns it away can keep what was typed.
  app.addHook('preValidation', async ({ actorUnknown }) => {
    if (actorUnknown !== null) {
      throw actorUnknown;
    }
  });
}

/** A form without a file. One with a file goes on to whoever may send it, which must be known before a byte of it is read. */
function isTypedForm({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

/** The cookie of the session that a request came with follows it, unless the answer brings a session of its own. */
async function sendSessionCookie(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { sessionCookieAge: maxAge, server } = request;
  const name = sessionCookieName(server.cookieRules);
  const isReplaced = [reply.getHeader('set-cookie') ?? []].flat().some((line) => String(line).startsWith(`${name}=`));
  if (maxAge === null || isReplaced) {
    return;
  }
  const attributes = { ...server.cookieRules.attributes, sameSite: 'lax' } as const;
  if (maxAge === 0) {
    reply.clearCookie(name, attributes);
  } else {
    reply.setCookie(name, request.cookies[name] ?? '', { ...attributes, maxAge });
  }
}

async function readSession(request: FastifyRequest, context: AppContext): Promise<void> {
  const token = tokenSentWith(request);
  const found = token === null ? null : await findSession(context.database, token, context.pack.positionOn);
  if (found?.isPersona === true && !context.config.isDemonstration) {
    await deleteSession(context.database, found.sessionId);
    request.sessionCookieAge = 0;
    return;
  }
  if (found === null || !(await keepAlive(request, context, found))) {
    request.sessionCookieAge = 0;
    return;
  }
  setActor(request, context, found);
}

/** Sets who sends the request, by the token of a session that was opened only now. */
export async function takeSession(request: FastifyRequest, context: AppContext, token: string): Promise<void> {
  const found = await findSession(context.database, token, context.pack.positionOn);
  if (found !== null) {
    setActor(request, context, found);
  }
}

function setActor(request: FastifyRequest, { config, clock }: AppContext, found: FoundSession): void {
  const { sessionId, personId, name, jobTitle, isPersona } = found;
  request.hasShownFactor = isFactorShown(found, config.provider?.asksForSecondFactor === true);
  request.isPersona = isPersona;
  const who = { hasSecondFactor: request.hasShownFactor, isPersona };
  const needed = rolesIn(config.secondFactorRoles).roles;
  const { grants, withheld } = countedGrants(found.grants, who, needed);
  request.withheldGrants = withheld;
  request.sessionId = sessionId;
  request.isSignInOld = isOld(found, config.confirmAfterSeconds, clock());
  request.actor = { personId, name, jobTitle, grants };
  request.signedIn = { key: personId, name, actingFor: actingFor(grants, withheld) };
}

/** Renews a session, its cookie with it, or removes it; answers whether it still counts. */
async function keepAlive(
  request: FastifyRequest,
  { config, database, clock }: AppContext,
  session: FoundSession,
): Promise<boolean> {
  const now = clock();
  const standing = sessionStanding(session, config.sessionLimits, now);
  if (standing.kind === 'over') {
    await deleteSession(database, session.sessionId);
    return false;
  }
  if (standing.renewUntil !== null) {
    await updateSessionEnd(database, session.sessionId, { expiresAt: standing.renewUntil, seenAt: now });
    request.sessionCookieAge = Math.ceil((standing.renewUntil.getTime() - now.getTime()) / 1000);
  }
  return true;
}

function requireKnownRoles(names: readonly string[]): void {
  const { unknown } = rolesIn(names);
  if (unknown !== null) {
    throw new ConfigError(`The configuration is wrong.\n  SECOND_FACTOR_ROLES: “${unknown}” is no role`);
  }
}

/** For the head of every page, which has room for one role; My work names all. */
function actingFor([first, ...others]: readonly Grant[], withheld: readonly Grant[]): string {
  if (first !== undefined) {
    const more = ` and ${countOf(others.length, 'other role')}`;
    return describeGrant(first) + (others.length === 0 ? '' : more);
  }
  return withheld.length > 0 ? 'No role without a second factor' : 'No role yet';
}
