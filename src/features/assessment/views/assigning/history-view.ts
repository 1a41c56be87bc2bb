import { formatDate, formatTime } from '../../../../views/format.ts';
import { type Assignment, type AssignmentStep, standingStep } from '../../../assignments/index.ts';

export interface AssignmentHistory {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly message: string }[];
}

/** What became of an assignment, the newest first. */
export function assignmentHistory(assignment: Assignment, thing: string): AssignmentHistory {
  const { assignmentId, person, steps } = assignment;
  const ended = standingStep(assignment).state === 'ended' ? ', until it ended' : '';
  return {
    id: assignmentId,
    title: `${thing}: ${person.name}${ended}`,
    lines: steps.toReversed().map((step) => ({ text: lineOf(step), message: step.message })),
  };
}

function lineOf({ kind, dueOn, isResponsible, by, at }: AssignmentStep): string {
  const done = `${doneWords[kind]} by ${by.personName} on ${formatTime(at)}`;
  return kind === 'assign' || kind === 'change'
    ? `${done}: ${isResponsible ? 'to answer for it' : 'to help'}, due on ${formatDate(dueOn)}`
    : done;
}

const doneWords: Readonly<Record<AssignmentStep['kind'], string>> = {
  assign: 'Assigned',
  change: 'Changed',
  remind: 'Reminded',
  finish: 'Said to be done',
  reopen: 'To do again, as said',
  end: 'Taken back or handed over',
};
