import type { Connection } from '../../platform/database/database.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { ActingPerson } from '../identity/index.ts';
import { type AssignedThing, type Assignment, standingStep, thingKey } from './assignment.ts';
import { auditAssignments } from './assignment-audit.ts';
import { insertAssignmentSteps, insertAssignments } from './assignment-repository.ts';
import { type NewStep, nextStep } from './next-step.ts';
import { planAssigning } from './plan-assigning.ts';

/** The assignments of one organisation in one round, held for a change. */
export interface HeldAssignments {
  readonly organisationId: string;
  readonly roundId: string;
  readonly existing: readonly Assignment[];
}

export interface WorkToAssign {
  readonly personId: string;
  readonly things: readonly AssignedThing[];
  readonly isResponsible: boolean;
  readonly dueOn: string;
  readonly message: string;
  /** Whether the person is told of it in the letter that gives them their role. */
  readonly isTold: boolean;
  readonly newId: IdSource;
}

/** Gives things to somebody who may answer them, beside what is assigned already. The caller holds the assignments. */
export async function assignWork(
  transaction: Connection,
  { organisationId, roundId, existing }: HeldAssignments,
  work: WorkToAssign,
  by: ActingPerson,
): Promise<void> {
  const plan = planAssigning(existing, work);
  const { personId, isResponsible, dueOn, message, newId } = work;
  const stands = { isResponsible, dueOn, message };
  const fresh = plan.fresh.map((thing) => ({ ...thing, organisationId, roundId, personId, assignmentId: newId() }));
  const again = plan.again.map((each) =>
    nextStep(each, standingStep(each).state === 'done' ? 'reopen' : 'change', stands),
  );
  const steppedBack = plan.steppedBack.map((each) => nextStep(each, 'change', { isResponsible: false }));
  await insertAssignments(transaction, fresh);
  await insertAssignmentSteps(
    transaction,
    [
      ...fresh.map(
        ({ assignmentId }): NewStep => ({
          organisationId,
          assignmentId,
          number: 1,
          kind: 'assign',
          state: 'open',
          ...stands,
        }),
      ),
      ...again,
      ...steppedBack,
    ],
    by,
  );
  const audited = { organisationId, roundId };
  await auditAssignments(
    transaction,
    {
      ...audited,
      action: 'assign',
      assignmentIds: [...fresh, ...again].map(({ assignmentId }) => assignmentId),
      detail: { person: personId, things: work.things.map(thingKey), isTold: work.isTold },
    },
    by,
  );
  if (steppedBack.length > 0) {
    const assignmentIds = steppedBack.map(({ assignmentId }) => assignmentId);
    await auditAssignments(transaction, { ...audited, action: 'change', assignmentIds }, by);
  }
}
