import { sql } from 'kysely';
import { by } from '../../platform/compare.ts';
import type { Connection } from '../../platform/database/database.ts';
import { type AssignedThing, type Assignment, type AssignmentStep, answeringRoles } from './assignment.ts';
import type { NewStep } from './next-step.ts';

export interface AssignmentsWanted {
  readonly roundIds: readonly string[];
  /** Null for those of every organisation. */
  readonly organisationIds: readonly string[] | null;
}

interface AssignmentRow extends AssignedThing, Omit<AssignmentStep, 'by'> {
  readonly organisationId: string;
  readonly assignmentId: string;
  readonly roundId: string;
  readonly personId: string;
  readonly personName: string;
  readonly mayAnswer: boolean;
  readonly takenBy: string;
  readonly takerName: string;
}

/** Everything that was assigned in rounds, with all that became of it, in the order in which it was. */
export async function listAssignments(
  connection: Connection,
  { roundIds, organisationIds }: AssignmentsWanted,
): Promise<Assignment[]> {
  const { rows } = await sql<AssignmentRow>`
    select assignment.organisation_id as "organisationId", assignment.assignment_id as "assignmentId",
           assignment.round_id as "roundId", assignment.care_setting as "careSetting",
           assignment.section_id as "sectionId", assignment.question_id as "questionId",
           assignment.person_id as "personId", person.name as "personName",
           exists (select from role_grant_in_force as held
                   where held.person_id = assignment.person_id and held.scope_kind = 'organisation'
                     and held.scope_id = assignment.organisation_id and held.role = any(${answeringRoles}::text[])
             ) as "mayAnswer",
           step.number, step.kind, step.state, step.responsible as "isResponsible", step.due_on as "dueOn", step.message,
           step.taken_by as "takenBy", taker.name as "takerName", step.taken_at as "at"
    from assignment
    join person on person.id = assignment.person_id
    join assignment_step as step on step.organisation_id = assignment.organisation_id
      and step.assignment_id = assignment.assignment_id
    join person as taker on taker.id = step.taken_by
    where assignment.round_id = any(${roundIds}::text[])
      and (${organisationIds}::text[] is null or assignment.organisation_id = any(${organisationIds}::text[]))
    order by step.assignment_id, step.number`.execute(connection);
  const assignments = Map.groupBy(rows, ({ assignmentId }) => assignmentId);
  return [...assignments.values()].flatMap(assignmentOf).toSorted(by(({ steps }) => steps[0].at.toISOString()));
}

/** One of which no step was stored is none: both are stored at once. */
function assignmentOf(rows: readonly AssignmentRow[]): Assignment[] {
  const [first, ...more] = rows;
  if (first === undefined) {
    return [];
  }
  const { organisationId, assignmentId, roundId, careSetting, sectionId, questionId } = first;
  const person = { personId: first.personId, name: first.personName, mayAnswer: first.mayAnswer };
  const steps = [stepOf(first), ...more.map(stepOf)] as const;
  return [{ organisationId, assignmentId, roundId, careSetting, sectionId, questionId, person, steps }];
}

function stepOf(row: AssignmentRow): AssignmentStep {
  const { number, kind, state, isResponsible, dueOn, message, takenBy, takerName, at } = row;
  return { number, kind, state, isResponsible, dueOn, message, by: { personId: takenBy, personName: takerName }, at };
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
