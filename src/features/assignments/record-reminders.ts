import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { Round } from '../programme/index.ts';
import { decideAssignment, isJustReminded } from './assignment.ts';
import { auditAssignments } from './assignment-audit.ts';
import { insertAssignmentSteps } from './assignment-repository.ts';
import { holdAssignments } from './hold-assignments.ts';
import { nextStep } from './next-step.ts';

export interface RecordReminders {
  readonly round: Round;
  readonly organisationId: string;
  readonly assignmentIds: readonly string[];
  /** What is said with it; may be empty. */
  readonly note: string;
}

/** How many were reminded of, and how many were left out because that was done less than a day before. */
export interface Reminded {
  readonly reminded: number;
  readonly tooSoon: number;
}

/** Has people reminded of what they owe: they are told of what is recorded here. Nobody is reminded of a thing twice within a day. */
export function recordReminders(
  database: Database,
  { round, organisationId, assignmentIds, note }: RecordReminders,
  by: ActingPerson,
): Promise<Reminded> {
  return database.transaction().execute(async (transaction) => {
    const held = await holdAssignments(transaction, { organisationId, round }, by.at);
    const facts = { isRoundOpen: held.isRoundOpen, isOwn: false, reason: '' };
    const open = held.existing.filter(
      (each) => assignmentIds.includes(each.assignmentId) && decideAssignment(each, 'remind', facts).kind === 'ok',
    );
    const due = open.filter((each) => !isJustReminded(each, by.at));
    const steps = due.map((each) => nextStep(each, 'remind', { message: note }));
    if (steps.length > 0) {
      await insertAssignmentSteps(transaction, steps, by);
      const reminded = steps.map(({ assignmentId }) => assignmentId);
      const detail = { note };
      await auditAssignments(transaction, { ...held, action: 'remind', assignmentIds: reminded, detail }, by);
    }
    return { reminded: due.length, tooSoon: open.length - due.length };
  });
}
