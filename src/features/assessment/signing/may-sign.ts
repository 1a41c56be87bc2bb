import { type Actor, can, type Role } from '../../identity/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';

/** Whether the person of this page holds a role for the organisation that its instrument has it signed by. */
export function maySign(assessed: Pick<AssessedOrganisation, 'actor' | 'instrument' | 'subject'>): boolean {
  return can(asSigner(assessed), 'assessment.authorise', assessed.subject);
}

/** The person with the roles alone that the instrument has it signed by: in these they sign. */
export function asSigner({ actor, instrument }: Pick<AssessedOrganisation, 'actor' | 'instrument'>): Actor {
  const roles: readonly Role[] = instrument.signing.roles;
  return { ...actor, grants: actor.grants.filter(({ role }) => roles.includes(role)) };
}
