import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { pathWithin } from '../../platform/http/return-address.ts';
import { copyCookies } from './auth-headers.ts';
import { deleteSecurityEventsBefore } from './security/security-event-repository.ts';
import { keptIn, type OpenedSession, sendKeptOn, takeNewSession } from './send-kept-sign-in.tsx';
import { deleteEndedSessions, deleteSession } from './session-repository.ts';
import { deleteFailuresBefore } from './sign-in/sign-in-failure-repository.ts';
import { accountRule } from './sign-in/wait.ts';

/**
 * After signing in: to the page that was wanted, or to what was typed before the session ended. Whoever has a role that they cannot
 * use without a second factor is led to that first.
 */
export async function sendOn(
  request: FastifyRequest,
  reply: FastifyReply,
  opened: OpenedSession,
  wanted: string,
): Promise<FastifyReply> {
  const kept = keptIn(request);
  copyCookies(reply, opened.response);
  if (kept !== null) {
    return sendKeptOn(request, reply, kept, opened);
  }
  await takeNewSession(request, opened);
  return reply.redirect((request.withheldGrants ?? []).length > 0 ? paths.factorNeeded(wanted) : wanted, 303);
}

/** Only a path of this service is followed: an address given in a link must not lead elsewhere after signing in. */
export function returnTo(request: FastifyRequest, otherwise = paths.workspace()): string {
  return pathWithin(textOf(postedForm(request.query), 'return-to')) ?? otherwise;
}

/** A browser has one session: the one it had before ends. With it goes whatever else has had its time. */
export async function endOtherSessions({ sessionId }: FastifyRequest, context: AppContext): Promise<void> {
  const { config, database, clock } = context;
  if (sessionId !== null) {
    await deleteSession(database, sessionId);
  }
  const now = clock();
  const ago = (seconds: number) => new Date(now.getTime() - 1000 * seconds);
  await deleteEndedSessions(database, now, ago(config.sessionLimits.lifeSeconds));
  await deleteFailuresBefore(database, ago(accountRule.forgottenAfterSeconds));
  await deleteSecurityEventsBefore(database, ago(config.securityEventDays * 24 * 3600));
}
