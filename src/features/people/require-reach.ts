import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { publicUrlOf } from '../../platform/config.ts';
import {
  type Actor,
  isRole,
  type Role,
  refusalFor,
  requireActor,
  requireConfirmed,
  roleLabels,
} from '../identity/index.ts';
import { type ProgrammePack, signsAssessments } from '../programme/index.ts';
import { type RoleToGive, reachOf, rolesToGive } from './manage.ts';
import type { PeopleContext } from './people-context.ts';

/** Every role, in the order in which they are listed everywhere. */
export const roles: readonly Role[] = Object.keys(roleLabels).filter(isRole);

/** The signed-in person, if there is anybody whose roles they may see. */
export function requireReach(request: FastifyRequest): Actor {
  const actor = requireActor(request);
  if (reachOf(actor).length === 0) {
    throw refusalFor(request, actor, (asIfShown) => reachOf(asIfShown).length > 0);
  }
  return actor;
}

/**
 * Those that somebody can be given in a programme: nobody is there to sign where nothing is signed by holders of that role, and who is invited to
 * check a return is a peer by that.
 */
export function rolesGiven(pack: Pick<ProgrammePack, 'instruments'>): readonly Role[] {
  return roles.filter((role) => role !== 'peer' && (role !== 'signatory' || signsAssessments(pack, role)));
}

/** The signed-in person with the roles they may give in a programme, if there are any. */
export function requireGiver(
  request: FastifyRequest,
  pack: Pick<ProgrammePack, 'instruments'>,
): {
  readonly actor: Actor;
  readonly toGive: readonly RoleToGive[];
} {
  const actor = requireActor(request);
  const given = rolesGiven(pack);
  const toGive = rolesToGive(actor, given);
  if (toGive.length === 0) {
    throw refusalFor(request, actor, (asIfShown) => rolesToGive(asIfShown, given).length > 0);
  }
  requireConfirmed(request);
  return { actor, toGive };
}

export function peopleContext(
  { letters, settings }: FastifyInstance,
  { config, database, newId, realClock }: AppContext,
): PeopleContext {
  const { serviceName } = settings.current;
  return { database, newId, realClock, letters, serviceName, publicUrl: publicUrlOf(config) };
}
