import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { AssignedThing, Assignment, AssignmentStep } from './assignment.ts';
import type { NewStep } from './next-step.ts';

export interface AssignmentsWanted {
  readonly roundIds: readonly string[];
  /** Null for those of every organisation. */
  readonly organisationIds: readonly string[] | null;
}

interface AssignmentRow extends AssignedThing {
  readonly organisationId: string;
  readonly assignmentId: string;
  readonly roundId: string;
  readonly personId: string;
  readonly personName: string;
}

interface StepRow extends Omit<AssignmentStep, 'by'> {
  readonly assignmentId: string;
  readonly takenBy: string;
  readonly takerName: string;
}

/** Everything that was assigned in rounds, with all that became of it, in the order in which it was. */
export async function listAssignments(
  connection: Connection,
  { roundIds, organisationIds }: AssignmentsWanted,
): Promise<Assignment[]> {
  const wanted = sql`assignment.round_id = any(${roundIds}::text[])
    and (${organisationIds}::text[] is null or assignment.organisation_id = any(${organisationIds}::text[]))`;
  const { rows } = await sql<AssignmentRow>`
    select assignment.organisation_id as "organisationId", assignment.assignment_id as "assignmentId",
           assignment.round_id as "roundId", assignment.care_setting as "careSetting",
           assignment.section_id as "sectionId", assignment.question_id as "questionId",
           assignment.person_id as "personId", person.name as "personName"
    from assignment join person on person.id = assignment.person_id
    where ${wanted}`.execute(connection);
  if (rows.length === 0) {
    return [];
  }
  const { rows: steps } = await sql<StepRow>`
    select step.assignment_id as "assignmentId", step.number, step.kind, step.state,
           step.responsible as "isResponsible", step.due_on as "dueOn", step.message, step.taken_by as "takenBy",
           person.name as "takerName", step.taken_at as "at"
    from assignment
    join assignment_step as step on step.organisation_id = assignment.organisation_id
      and step.assignment_id = assignment.assignment_id
    join person on person.id = step.taken_by
    where ${wanted}
    order by step.assignment_id, step.number`.execute(connection);
  const stepsOf = Map.groupBy(steps, ({ assignmentId }) => assignmentId);
  return rows
    .map((row) => assignmentOf(row, stepsOf.get(row.assignmentId) ?? []))
    .toSorted((a, b) => a.steps[0].at.getTime() - b.steps[0].at.getTime());
}

function assignmentOf({ personId, personName, ...row }: AssignmentRow, rows: readonly StepRow[]): Assignment {
  const [first, ...more] = rows.map(({ assignmentId: _, takenBy, takerName, ...step }) => ({
    ...step,
    by: { personId: takenBy, personName: takerName },
  }));
  if (first === undefined) {
    throw new Error(`The assignment ${row.assignmentId} has no step`);
  }
  return { ...row, person: { personId, name: personName }, steps: [first, ...more] };
}

/** Nobody else assigns anything of an organisation in a round, or changes it, until the transaction ends. */
export async function lockAssignments(
  transaction: Connection,
  { organisationId, roundId }: { readonly organisationId: string; readonly roundId: string },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`assignments ${organisationId} ${roundId}`}))`.execute(transaction);
}

export interface NewAssignment extends AssignedThing {
  readonly organisationId: string;
  readonly assignmentId: string;
  readonly roundId: string;
  readonly personId: string;
}

export async function insertAssignments(transaction: Connection, rows: readonly NewAssignment[]): Promise<void> {
  if (rows.length > 0) {
    await transaction
      .insertInto('assignment')
      .values(
        rows.map((row) => ({
          organisation_id: row.organisationId,
          assignment_id: row.assignmentId,
          round_id: row.roundId,
          care_setting: row.careSetting,
          section_id: row.sectionId,
          question_id: row.questionId,
          person_id: row.personId,
        })),
      )
      .execute();
  }
}

export async function insertAssignmentSteps(
  transaction: Connection,
  steps: readonly NewStep[],
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  if (steps.length > 0) {
    await transaction
      .insertInto('assignment_step')
      .values(
        steps.map((step) => ({
          organisation_id: step.organisationId,
          assignment_id: step.assignmentId,
          number: step.number,
          kind: step.kind,
          state: step.state,
          responsible: step.isResponsible,
          due_on: step.dueOn,
          message: step.message,
          taken_by: by.personId,
          taken_at: by.at,
        })),
      )
      .execute();
  }
}
