import { paths } from '../../../../paths.ts';
import { can } from '../../../identity/index.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';

/** From a list of sections to who answers what. */
export interface AssignmentsLink {
  readonly href: string;
  readonly text: string;
}

/** Null for who reads from outside, and for who could only look where there is nothing to see. */
export function assignmentsLink(
  { actor, subject, addressKey, round, isRoundOpen }: AssessedOrganisation,
  isAnythingAssigned: boolean,
): AssignmentsLink | null {
  const href = paths.assignments(addressKey, round.id);
  if (isAnythingAssigned) {
    return { href, text: 'See who answers what' };
  }
  return isRoundOpen && can(actor, 'assessment.assign', subject) ? { href, text: 'Assign sections' } : null;
}
