import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { Round } from '../programme/index.ts';
import { decideAssignment } from './assignment.ts';
import { auditAssignments } from './assignment-audit.ts';
import { insertAssignmentSteps } from './assignment-repository.ts';
import { holdAssignments } from './hold-assignments.ts';
import { nextStep } from './next-step.ts';

export interface MarkDone {
  readonly round: Round;
  readonly organisationId: string;
  readonly careSetting: string;
  readonly sectionId: string;
  /** `finish`: they are done; `reopen`: they are not, after all. */
  readonly action: 'finish' | 'reopen';
}

/**
 * Says of all that somebody has in one section that they are done with it, or are not after all. What stands so already stays as it is.
 * Answers how many were changed.
 */
export function markDone(
  database: Database,
  { round, organisationId, careSetting, sectionId, action }: MarkDone,
  by: ActingPerson,
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const held = await holdAssignments(transaction, { organisationId, round }, by.at);
    const facts = { isRoundOpen: held.isRoundOpen, isOwn: true, reason: '' };
    const own = held.existing.filter(
      (each) =>
        each.person.personId === by.personId &&
        each.careSetting === careSetting &&
        each.sectionId === sectionId &&
        decideAssignment(each, action, facts).kind === 'ok',
    );
    const steps = own.map((each) => nextStep(each, action, {}));
    if (steps.length > 0) {
      await insertAssignmentSteps(transaction, steps, by);
      const assignmentIds = steps.map(({ assignmentId }) => assignmentId);
      await auditAssignments(transaction, { ...held, action, assignmentIds }, by);
    }
    return steps.length;
  });
}
