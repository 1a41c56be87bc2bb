import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { ConfigError, publicUrlOf } from '../../platform/config.ts';
import { unavailableIn } from '../../platform/http/problem.ts';
import { describeGrant } from './acting.ts';
import { headersOf } from './auth-headers.ts';
import { isOld } from './confirming.ts';
import { type Auth, sessionCookieName } from './create-auth.ts';
import { listGrants } from './grants/grant-repository.ts';
import { passkeysWorkAt } from './passkeys/passkeys-work-at.ts';
import type { Grant } from './role.ts';
import { countedGrants, isFactorShown, rolesIn } from './second-factor-rule.ts';
import { sessionStanding } from './session-life.ts';
import { deleteSession, updateSessionEnd } from './session-repository.ts';

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
export function attachActor(app: FastifyInstance, context: AppContext, auth: Auth): void {
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
      await readSession(request, context, auth);
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

async function readSession(request: FastifyRequest, context: AppContext, auth: Auth): Promise<void> {
  const found = await auth.api.getSession({ headers: headersOf(request) });
  if (found?.user.isPersona === true && !context.config.isDemonstration) {
    await deleteSession(context.database, found.session.id);
    request.sessionCookieAge = 0;
    return;
  }
  if (found === null || !(await keepAlive(request, context, found.session))) {
    request.sessionCookieAge = 0;
    return;
  }
  await setActor(request, context, found);
}

/** Sets who sends the request, by the session whose cookie is in these headers: one that was opened only now. */
export async function takeSession(
  request: FastifyRequest,
  context: AppContext,
  auth: Auth,
  headers: Headers,
): Promise<void> {
  const found = await auth.api.getSession({ headers });
  if (found !== null) {
    await setActor(request, context, found);
  }
}

interface FoundSession {
  readonly session: Pick<Session, 'id' | 'createdAt'> & {
    readonly byPasskey?: boolean | null | undefined;
    readonly byProvider?: boolean | null | undefined;
  };
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly jobTitle?: string | null | undefined;
    readonly isPersona?: boolean | null | undefined;
    readonly twoFactorEnabled?: boolean | null | undefined;
  };
}

async function setActor(
  request: FastifyRequest,
  { database, config, clock }: AppContext,
  { session, user: { id, name, jobTitle, isPersona, twoFactorEnabled } }: FoundSession,
): Promise<void> {
  const how = {
    hasCode: twoFactorEnabled === true,
    byPasskey: session.byPasskey === true,
    byProvider: session.byProvider === true,
  };
  request.hasShownFactor = isFactorShown(how, config.provider?.asksForSecondFactor === true);
  request.isPersona = isPersona === true;
  const who = { hasSecondFactor: request.hasShownFactor, isPersona: request.isPersona };
  const needed = rolesIn(config.secondFactorRoles).roles;
  const { grants, withheld } = countedGrants(await listGrants(database, id), who, needed);
  request.withheldGrants = withheld;
  request.sessionId = session.id;
  const opened = { createdAt: session.createdAt, isPersona: request.isPersona };
  request.isSignInOld = isOld(opened, config.confirmAfterSeconds, clock());
  request.actor = { personId: id, name, jobTitle: jobTitle ?? '', grants };
  request.signedIn = { key: id, name, actingFor: actingFor(grants, withheld) };
}

interface Session {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Renews a session, its cookie with it, or removes it; answers whether it still counts. */
async function keepAlive(
  request: FastifyRequest,
  { config, database, clock }: AppContext,
  session: Session,
): Promise<boolean> {
  const now = clock();
  const standing = sessionStanding(session, config.sessionLimits, now);
  if (standing.kind === 'over') {
    await deleteSession(database, session.id);
    return false;
  }
  if (standing.renewUntil !== null) {
    await updateSessionEnd(database, session.id, { expiresAt: standing.renewUntil, seenAt: now });
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

function actingFor(grants: readonly Grant[], withheld: readonly Grant[]): string {
  if (grants.length > 0) {
    return grants.map(describeGrant).join('; ');
  }
  return withheld.length > 0 ? 'No role without a second factor' : 'No role yet';
}
