import type { Connection, Database } from '../../platform/database/database.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { ActingPerson } from '../identity/index.ts';
import { listColleagues } from '../people/index.ts';
import type { Round } from '../programme/index.ts';
import { assignWork, type HeldAssignments } from './assign-work.ts';
import { type Assignment, type AssignmentAction, decideAssignment, standingStep, thingKey } from './assignment.ts';
import { auditAssignments } from './assignment-audit.ts';
import { insertAssignmentSteps } from './assignment-repository.ts';
import { holdAssignments } from './hold-assignments.ts';
import { nextStep } from './next-step.ts';

/** What is changed about assignments, all of them alike. */
export type AssignmentChange =
  | { readonly kind: 'due'; readonly dueOn: string; readonly message: string }
  | { readonly kind: 'answer-for' }
  | { readonly kind: 'hand-over'; readonly personId: string; readonly reason: string }
  | { readonly kind: 'take-back'; readonly reason: string }
  | { readonly kind: 'ask-again'; readonly message: string };

export interface ChangeAssignments {
  readonly round: Round;
  readonly organisationId: string;
  readonly assignmentIds: readonly string[];
  readonly change: AssignmentChange;
  readonly newId: IdSource;
}

export type ChangeOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Whoever was to have it holds no role there by which they could answer. */
  | { readonly kind: 'no-role' };

/** Changes assignments, takes them back or hands them over: all that are named, or none. */
export function changeAssignments(
  database: Database,
  { round, organisationId, assignmentIds, change, newId }: ChangeAssignments,
  by: ActingPerson,
): Promise<ChangeOutcome> {
  return database.transaction().execute(async (transaction): Promise<ChangeOutcome> => {
    const held = await holdAssignments(transaction, { organisationId, round }, by.at);
    const chosen = held.existing.filter(({ assignmentId }) => assignmentIds.includes(assignmentId));
    const action = actionOf(change);
    const reason = 'reason' in change ? change.reason : '';
    const refused = chosen
      .map((each) => decideAssignment(each, action, { isRoundOpen: held.isRoundOpen, isOwn: false, reason }))
      .find((decision) => decision.kind === 'refused');
    if (refused !== undefined || chosen.length < assignmentIds.length) {
      return { kind: 'refused', reason: refused?.reason ?? 'It is not there any more' };
    }
    if (change.kind === 'hand-over') {
      return held.isRoundOpen
        ? handOver(transaction, { held, chosen, change, newId }, by)
        : { kind: 'refused', reason: 'The round is not open' };
    }
    await recordSteps(transaction, held, chosen, change, by);
    return { kind: 'changed' };
  });
}

function actionOf({ kind }: AssignmentChange): AssignmentAction {
  switch (kind) {
    case 'due':
    case 'answer-for':
      return 'change';
    case 'hand-over':
    case 'take-back':
      return 'end';
    case 'ask-again':
      return 'reopen';
  }
}

async function recordSteps(
  transaction: Connection,
  held: HeldAssignments,
  chosen: readonly Assignment[],
  change: Exclude<AssignmentChange, { kind: 'hand-over' }>,
  by: ActingPerson,
): Promise<void> {
  const action = actionOf(change);
  const steps = chosen.map((each) => nextStep(each, action, changedBy(change)));
  const others = change.kind === 'answer-for' ? othersResponsible(held.existing, chosen) : [];
  const steppedBack = others.map((each) => nextStep(each, 'change', { isResponsible: false }));
  await insertAssignmentSteps(transaction, [...steps, ...steppedBack], by);
  const assignmentIds = [...steps, ...steppedBack].map(({ assignmentId }) => assignmentId);
  const detail = 'reason' in change ? { reason: change.reason } : {};
  await auditAssignments(transaction, { ...held, action, assignmentIds, detail }, by);
}

function changedBy(change: Exclude<AssignmentChange, { kind: 'hand-over' }>): Parameters<typeof nextStep>[2] {
  switch (change.kind) {
    case 'due':
      return { dueOn: change.dueOn, message: change.message };
    case 'answer-for':
      return { isResponsible: true };
    case 'take-back':
      return { message: change.reason };
    case 'ask-again':
      return { message: change.message };
  }
}

/** Those who answered for the same things until now. */
function othersResponsible(existing: readonly Assignment[], chosen: readonly Assignment[]): Assignment[] {
  const things = new Set(chosen.map(thingKey));
  return existing.filter((each) => {
    const { state, isResponsible } = standingStep(each);
    return state !== 'ended' && isResponsible && things.has(thingKey(each)) && !chosen.includes(each);
  });
}

interface HandingOver {
  readonly held: HeldAssignments;
  readonly chosen: readonly Assignment[];
  readonly change: Extract<AssignmentChange, { kind: 'hand-over' }>;
  readonly newId: IdSource;
}

/** What one person had is another's, by the same days; whoever had it is told why. */
async function handOver(
  transaction: Connection,
  { held, chosen, change: { personId, reason }, newId }: HandingOver,
  by: ActingPerson,
): Promise<ChangeOutcome> {
  const place = { scopeKind: 'organisation', scopeId: held.organisationId } as const;
  const colleagues = await listColleagues(transaction, 'assessment.answer', place);
  const to = colleagues.find((each) => each.personId === personId);
  if (to === undefined) {
    return { kind: 'no-role' };
  }
  const moved = chosen.filter((each) => each.person.personId !== personId);
  const ends = moved.map((each) => nextStep(each, 'end', { message: reason }));
  await insertAssignmentSteps(transaction, ends, by);
  const assignmentIds = ends.map(({ assignmentId }) => assignmentId);
  await auditAssignments(
    transaction,
    { ...held, action: 'end', assignmentIds, detail: { reason, handedTo: to.name } },
    by,
  );
  const left = { ...held, existing: held.existing.filter((each) => !moved.includes(each)) };
  const alike = Map.groupBy(moved, (each) => {
    const { dueOn, isResponsible } = standingStep(each);
    return `${dueOn} ${isResponsible}`;
  });
  for (const things of alike.values()) {
    const [first] = things;
    if (first !== undefined) {
      const { dueOn, isResponsible } = standingStep(first);
      const work = { personId, things, isResponsible, dueOn, message: reason, isTold: false, newId };
      await assignWork(transaction, left, work, by);
    }
  }
  return { kind: 'changed' };
}
