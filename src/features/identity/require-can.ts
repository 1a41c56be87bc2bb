import type { FastifyRequest } from 'fastify';
import { paths } from '../../paths.ts';
import { ConfirmRequiredError, ForbiddenError, SignInRequiredError } from '../../platform/http/problem.ts';
import { type Action, can, type Subject } from './can.ts';
import { isConfirmed } from './confirming.ts';
import type { Actor } from './role.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The signed-in person, or null; set before any route runs. */
    actor: Actor | null;
    /** Whether that person signed in so long ago that they must confirm what binds others. */
    isSignInOld: boolean;
  }
}

/** The signed-in person; asks anyone else to sign in. */
export function requireActor(request: FastifyRequest): Actor {
  if (request.actor === null) {
    throw new SignInRequiredError('Sign in to see this page.');
  }
  return request.actor;
}

/** The signed-in person, if they may do this to that. */
export function requireCan(request: FastifyRequest, action: Action, subject: Subject = {}): Actor {
  const actor = requireActor(request);
  if (!can(actor, action, subject)) {
    throw refusalFor(request, actor, (asIfShown) => can(asIfShown, action, subject));
  }
  if (isConfirmed(action)) {
    requireConfirmed(request);
  }
  return actor;
}

/** What somebody is told who may not do this: that they have no role for it, or one that needs a second factor. */
export function refusalFor(request: FastifyRequest, actor: Actor, may: (actor: Actor) => boolean): ForbiddenError {
  const asIfShown = { ...actor, grants: [...actor.grants, ...(request.withheldGrants ?? [])] };
  return may(asIfShown)
    ? new ForbiddenError('Your role needs a second factor here: more than a password.', {
        href: paths.factorNeeded(request.method === 'GET' ? request.url : paths.workspace()),
        text: 'Set one up, or sign in with it',
      })
    : new ForbiddenError(`Your account does not have the role this page needs. ${adviceFor(request)}`);
}

/** Nobody invited the people of the demonstration. */
function adviceFor({ isPersona }: FastifyRequest): string {
  return isPersona ? 'Choose another person of the demonstration, who has it.' : 'Ask the person who invited you.';
}

/** Asks whoever signed in long ago to sign in again before a form is taken that binds others. Looking needs no confirming. */
export function requireConfirmed({ method, isSignInOld }: FastifyRequest): void {
  if (method === 'POST' && isSignInOld) {
    throw new ConfirmRequiredError('Sign in again before you do this, so that nobody else does it at your screen.');
  }
}
