import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { ForbiddenError } from '../../../platform/http/problem.ts';
import { isPersona } from '../identity-repository.ts';
import { requireActor } from '../require-can.ts';
import type { Actor } from '../role.ts';

export const wrongPassword = { field: 'password', message: 'This is not your password' } as const;

/** The signed-in person, if the account is somebody's own: those of invented people are nobody's. */
export async function requireOwner(request: FastifyRequest, { database }: AppContext): Promise<Actor> {
  const actor = requireActor(request);
  if (await isPersona(database, actor.personId)) {
    throw new ForbiddenError('This person is invented. Their account has nothing to change.');
  }
  return actor;
}
