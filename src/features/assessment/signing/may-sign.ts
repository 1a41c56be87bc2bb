import { type Actor, can, type Role, type Subject } from '../../identity/index.ts';
import type { Instrument } from '../../programme/index.ts';

/** Somebody before the assessment of an organisation. */
interface BeforeAssessment {
  readonly actor: Actor;
  readonly instrument: Pick<Instrument, 'signing'>;
  /** Whose assessment it is. */
  readonly subject: Subject;
}

/** Whether the person of this page holds a role for the organisation that its instrument has it signed by. */
export function maySign(assessed: BeforeAssessment): boolean {
  return can(asSigner(assessed), 'assessment.authorise', assessed.subject);
}

/** The person with the roles alone that the instrument has it signed by: in these they sign. */
export function asSigner({ actor, instrument }: Omit<BeforeAssessment, 'subject'>): Actor {
  const roles: readonly Role[] = instrument.signing.roles;
  return { ...actor, grants: actor.grants.filter(({ role }) => roles.includes(role)) };
}
