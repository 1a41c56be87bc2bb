import { type Assignment, type AssignmentAction, type AssignmentStep, standingStep } from './assignment.ts';

/** What is stored of a step beside who took it and when. */
export interface NewStep extends Omit<AssignmentStep, 'by' | 'at'> {
  readonly organisationId: string;
  readonly assignmentId: string;
}

const stateAfter: Readonly<Partial<Record<AssignmentAction, AssignmentStep['state']>>> = {
  finish: 'done',
  reopen: 'open',
  end: 'ended',
};

/** The next step of an assignment, with what it leaves as it was. */
export function nextStep(
  assignment: Assignment,
  kind: AssignmentAction,
  changed: Partial<Pick<AssignmentStep, 'isResponsible' | 'dueOn' | 'message'>>,
): NewStep {
  const { number, state, isResponsible, dueOn } = standingStep(assignment);
  return {
    organisationId: assignment.organisationId,
    assignmentId: assignment.assignmentId,
    number: number + 1,
    kind,
    state: stateAfter[kind] ?? state,
    isResponsible,
    dueOn,
    message: '',
    ...changed,
  };
}
