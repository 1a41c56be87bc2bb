import { type Action, type Actor, onBehalfOf, type Subject } from '../identity/index.ts';
import type { AssessmentFacts } from './assessment-state.ts';

/** Who takes a step, in which roles for the assessed organisation, on whose behalf and when. */
export interface Acting {
  readonly personId: string;
  readonly roles: AssessmentFacts['actorRoles'];
  readonly onBehalfOf: string;
  readonly at: Date;
}

const assessmentRoles = ['contributor', 'coordinator', 'executive'] as const;

export function acting(actor: Actor, action: Action, organisationId: string, subject: Subject, at: Date): Acting {
  const held = new Set(actor.grants.filter(({ scopeId }) => scopeId === organisationId).map(({ role }) => role));
  return {
    personId: actor.personId,
    roles: assessmentRoles.filter((role) => held.has(role)),
    onBehalfOf: onBehalfOf(actor, action, subject),
    at,
  };
}
