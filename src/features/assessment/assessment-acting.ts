import type { ActingPerson, Actor } from '../identity/index.ts';
import type { AssessmentFacts } from './assessment-state.ts';

/** Who takes a step, and in which roles for the assessed organisation. */
export interface AssessmentActing extends ActingPerson {
  readonly roles: AssessmentFacts['actorRoles'];
}

const assessmentRoles = ['contributor', 'coordinator', 'executive', 'signatory'] as const;

/** The roles of assessing that somebody holds for an organisation. */
export function assessmentRolesOf({ grants }: Actor, organisationId: string): AssessmentFacts['actorRoles'] {
  const held = new Set(grants.filter(({ scopeId }) => scopeId === organisationId).map(({ role }) => role));
  return assessmentRoles.filter((role) => held.has(role));
}
