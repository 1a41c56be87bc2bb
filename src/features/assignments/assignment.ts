import { DAY_MILLISECONDS } from '../../platform/days.ts';
import { decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';
import { rolesFor } from '../identity/index.ts';

/** The roles by which somebody may answer for an organisation. */
export const answeringRoles = rolesFor('assessment.answer');

/** What can be given to somebody: a section of an assessment, or one question of it. */
export interface AssignedThing {
  /** The reserved one for what is answered once for several care settings. */
  readonly careSetting: string;
  readonly sectionId: string;
  /** Null for the whole section. */
  readonly questionId: string | null;
}

/** Of a section: the same text for the same thing. */
export function thingKey({ careSetting, sectionId, questionId }: AssignedThing): string {
  return [careSetting, sectionId, ...(questionId === null ? [] : [questionId])].join(' ');
}

/** In the order in which an assignment normally passes through them. */
export const assignmentStates = ['open', 'done', 'ended'] as const;

export type AssignmentState = (typeof assignmentStates)[number];

export type AssignmentAction = 'change' | 'remind' | 'finish' | 'reopen' | 'end';

/** What was done about an assignment, and how it stands since. */
export interface AssignmentStep {
  readonly number: number;
  readonly kind: 'assign' | AssignmentAction;
  readonly state: AssignmentState;
  /** Of several people who answer one section, whether it is this one who answers for it. */
  readonly isResponsible: boolean;
  /** An ISO date. */
  readonly dueOn: string;
  /** What was said with the step; of an end, why. */
  readonly message: string;
  readonly by: { readonly personId: string; readonly personName: string };
  readonly at: Date;
}

/** That a section, or a question of it, is somebody's to answer. */
export interface Assignment extends AssignedThing {
  readonly organisationId: string;
  readonly assignmentId: string;
  readonly roundId: string;
  /** With whether they hold a role now by which they may answer for the organisation. */
  readonly person: { readonly personId: string; readonly name: string; readonly mayAnswer: boolean };
  /** One at least, the oldest first. */
  readonly steps: readonly [AssignmentStep, ...AssignmentStep[]];
}

/** How an assignment stands: its latest step. */
export function standingStep({ steps }: Pick<Assignment, 'steps'>): AssignmentStep {
  return steps.at(-1) ?? steps[0];
}

export function isInForce(assignment: Pick<Assignment, 'steps'>): boolean {
  return standingStep(assignment).state !== 'ended';
}

/** Ids of those who may still answer what was assigned to them. */
export function holdersAmong(assignments: readonly Pick<Assignment, 'person'>[]): ReadonlySet<string> {
  return new Set(assignments.flatMap(({ person }) => (person.mayAnswer ? [person.personId] : [])));
}

/** When somebody last said that they are done, while that stands. */
export function doneAt({ steps }: Pick<Assignment, 'steps'>): Date | null {
  const said = steps.findLast(({ kind }) => kind === 'finish' || kind === 'reopen');
  return said?.kind === 'finish' ? said.at : null;
}

/** Whether somebody was reminded of it less than a day ago. */
export function isJustReminded(assignment: Pick<Assignment, 'steps'>, now: Date): boolean {
  const last = lastReminder(assignment);
  return last !== null && now.getTime() - last.at.getTime() < DAY_MILLISECONDS;
}

export function lastReminder({ steps }: Pick<Assignment, 'steps'>): AssignmentStep | null {
  return steps.findLast(({ kind }) => kind === 'remind') ?? null;
}

/** The last words to whoever it was given to; empty where nothing was said. */
export function messageOf({ steps }: Pick<Assignment, 'steps'>): string {
  return steps.findLast(({ message, kind }) => message !== '' && kind !== 'end')?.message ?? '';
}

type Requirement = 'open-round' | 'own' | 'reason';

export interface AssignmentFacts {
  readonly isRoundOpen: boolean;
  /** Whether whoever takes the step is the one it was given to. */
  readonly isOwn: boolean;
  readonly reason: string;
}

/** Every change there is. To be done is not a lock: whoever said it may take it back, and whoever assigned it may ask again. */
export const assignmentTransitions: readonly Transition<AssignmentState, AssignmentAction, Requirement>[] = [
  { action: 'change', from: ['open'], to: 'open', requires: ['open-round'] },
  { action: 'change', from: ['done'], to: 'done', requires: ['open-round'] },
  { action: 'remind', from: ['open'], to: 'open', requires: ['open-round'] },
  { action: 'finish', from: ['open'], to: 'done', requires: ['open-round', 'own'] },
  { action: 'reopen', from: ['done'], to: 'open', requires: ['open-round'] },
  { action: 'end', from: ['open', 'done'], to: 'ended', requires: ['reason'] },
];

export type AssignmentDecision =
  | { readonly kind: 'ok'; readonly state: AssignmentState }
  | RefusedStep<'open-round' | 'own' | 'reason'>;

/** The state that a step leads to, or why it may not be taken. */
export function decideAssignment(
  assignment: Pick<Assignment, 'steps'>,
  action: AssignmentAction,
  facts: AssignmentFacts,
): AssignmentDecision {
  const { state } = standingStep(assignment);
  const step = decideStep(assignmentTransitions, state, action, (needed) => isMet(needed, facts), {
    notFromHere: () => (state === 'ended' ? 'It was taken back meanwhile' : 'It stands otherwise by now'),
    unmet: (needed) => unmetReasons[needed],
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}

function isMet(needed: Requirement, { isRoundOpen, isOwn, reason }: AssignmentFacts): boolean {
  switch (needed) {
    case 'open-round':
      return isRoundOpen;
    case 'own':
      return isOwn;
    case 'reason':
      return reason.trim() !== '';
  }
}

const unmetReasons: Readonly<Record<Requirement, string>> = {
  'open-round': 'The round is not open',
  own: 'Only whoever it was assigned to says that they are done',
  reason: 'Say why',
};
