import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { pathWithin } from '../../platform/http/return-address.ts';
import { copyCookies } from './auth-headers.ts';
import type { Auth } from './create-auth.ts';
import { deleteSecurityEventsBefore } from './security/security-event-repository.ts';
import { keptIn, sendKeptOn } from './send-kept-sign-in.tsx';
import { deleteEndedSessions, deleteSession } from './session-repository.ts';
import { deleteFailuresBefore } from './sign-in/sign-in-failure-repository.ts';
import { accountRule } from './sign-in/wait.ts';

/** After signing in: to the page that was wanted, or to what was typed before the session ended. */
export async function sendOn(
  request: FastifyRequest,
  reply: FastifyReply,
  opened: { readonly context: AppContext; readonly auth: Auth; readonly response: Response },
  wanted: string,
): Promise<FastifyReply> {
  const kept = keptIn(request);
  copyCookies(reply, opened.response);
  return kept === null ? reply.redirect(wanted, 303) : sendKeptOn(request, reply, kept, opened);
}

/** Only a path of this service is followed: an address given in a link must not lead elsewhere after signing in. */
export function returnTo(request: FastifyRequest): string {
  return pathWithin(textOf(postedForm(request.query), 'return-to')) ?? paths.workspace();
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
