import type { FastifyRequest } from 'fastify';
import { ForbiddenError, SignInRequiredError } from '../../platform/http/problem.ts';
import { type Action, can, type Subject } from './can.ts';
import type { Actor } from './role.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The signed-in person, or null; set before any route runs. */
    actor: Actor | null;
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
    throw new ForbiddenError('Your account does not have the role this page needs. Ask the person who invited you.');
  }
  return actor;
}
