import { type RawBuilder, sql } from 'kysely';
import { type AuditEntry, auditedBy } from '../../../platform/audit/audit-trail.ts';
import type { Connection } from '../../../platform/database/database.ts';
import {
  type Answer,
  type AnswerRevision,
  type AnswerValue,
  type AssessmentKey,
  givenAnswers,
  type SavedAnswer,
} from '../../scoring/index.ts';
import type { EarlierRevision } from './plan-save.ts';

export interface AnswerColumns {
  readonly question_id: string;
  readonly option_id: string | null;
  readonly elements_met: readonly string[] | null;
  readonly not_applicable: boolean;
  readonly comment: string;
  readonly desired_option: string | null;
  readonly revision: number;
}

/** Every answer of an assessment as it stands, with who saved it. */
export async function listSavedAnswers(connection: Connection, key: AssessmentKey): Promise<SavedAnswer[]> {
  const rows = await connection
    .selectFrom('answer')
    .leftJoin('person', 'person.id', 'answer.answered_by')
    .select(['answer.question_id', 'answer.option_id', 'answer.elements_met', 'answer.not_applicable'])
    .select(['answer.comment', 'answer.desired_option', 'answer.revision', 'answer.answered_at', 'person.name'])
    .where('answer.organisation_id', '=', key.organisationId)
    .where('answer.assessment_id', '=', key.assessmentId)
    .execute();
  return rows.map((row) => ({ ...revisionOf(row), savedBy: { personName: row.name, at: row.answered_at } }));
}

/** The same without who saved it, for whoever does not say it. */
export async function listRevisions(connection: Connection, key: AssessmentKey): Promise<AnswerRevision[]> {
  const rows = await connection
    .selectFrom('answer')
    .select(['question_id', 'option_id', 'elements_met', 'not_applicable', 'comment', 'desired_option', 'revision'])
    .where('organisation_id', '=', key.organisationId)
    .where('assessment_id', '=', key.assessmentId)
    .execute();
  return rows.map(revisionOf);
}

/** The answers of many assessments, without those taken back, by assessment; one without answers is left out. */
export async function listGivenAnswers(
  connection: Connection,
  keys: readonly AssessmentKey[],
): Promise<ReadonlyMap<string, readonly Answer[]>> {
  const result = await sql<AnswerColumns & { readonly assessment_id: string }>`
    select answer.assessment_id, answer.question_id, answer.option_id, answer.elements_met, answer.not_applicable,
           answer.comment, answer.desired_option, answer.revision
    from answer
    where (answer.organisation_id, answer.assessment_id) in (${wanted(keys)})`.execute(connection);
  const byAssessment = Map.groupBy(result.rows, (row) => row.assessment_id);
  return new Map([...byAssessment].map(([id, rows]) => [id, givenAnswers(rows.map(revisionOf))]));
}

function wanted(keys: readonly AssessmentKey[]): RawBuilder<unknown> {
  return sql`select * from unnest(${keys.map(({ organisationId }) => organisationId)}::text[],
    ${keys.map(({ assessmentId }) => assessmentId)}::uuid[])`;
}

/**
 * How many of these questions are answered in each assessment; those in which none is are left out. "Not applicable" counts with a
 * reason alone where one is needed.
 */
export async function countAnswers(
  connection: Connection,
  keys: readonly AssessmentKey[],
  questionIds: readonly string[],
  needsReason: boolean,
): Promise<ReadonlyMap<string, number>> {
  const isSaidNotToApply = needsReason
    ? sql`answer.not_applicable and btrim(answer.comment) <> ''`
    : sql`answer.not_applicable`;
  const result = await sql<{ assessmentId: string; count: number }>`
    select answer.assessment_id as "assessmentId", count(*)::integer as count
    from answer
    where (answer.organisation_id, answer.assessment_id) in (${wanted(keys)})
      and answer.question_id = any(${questionIds}::text[])
      and (answer.option_id is not null or answer.elements_met is not null or (${isSaidNotToApply}))
    group by answer.assessment_id`.execute(connection);
  return new Map(result.rows.map(({ assessmentId, count }) => [assessmentId, count]));
}

/** Earlier revisions of questions, from the history; a revision that never was is left out. */
export async function listEarlierRevisions(
  connection: Connection,
  key: AssessmentKey,
  wanted: readonly Pick<AnswerRevision, 'questionId' | 'revision'>[],
): Promise<EarlierRevision[]> {
  const result = await sql<AnswerColumns & { readonly answered_by: string | null }>`
    select answer_history.question_id, answer_history.option_id, answer_history.elements_met,
           answer_history.not_applicable, answer_history.comment, answer_history.desired_option,
           answer_history.revision, answer_history.answered_by
    from unnest(${wanted.map(({ questionId }) => questionId)}::text[], ${wanted.map(({ revision }) => revision)}::integer[])
      as wanted (question_id, revision)
    join answer_history on answer_history.organisation_id = ${key.organisationId}
      and answer_history.assessment_id = ${key.assessmentId}
      and answer_history.question_id = wanted.question_id and answer_history.revision = wanted.revision`.execute(
    connection,
  );
  return result.rows.map((row) => ({ ...revisionOf(row), answeredBy: row.answered_by }));
}

/** Stores new revisions of answers, each in the history too, and the event that tells of them: one statement however many there are. */
export async function insertRevisions(
  transaction: Connection,
  key: AssessmentKey,
  changes: readonly AnswerRevision[],
  by: { readonly personId: string; readonly at: Date },
  event: AuditEntry,
): Promise<void> {
  const optionIds = changes.map(({ value }) => (value?.kind === 'option' ? value.optionId : null));
  const elements = changes.map(({ value }) => joinedElements(value));
  const notApplicable = changes.map(({ value }) => value?.kind === 'not-applicable');
  const rows = sql`
      select ${key.organisationId}, ${key.assessmentId}, change.question_id, change.option_id,
             string_to_array(change.elements, ' '), change.not_applicable, change.comment,
             change.desired, change.revision,
             ${by.personId}, ${by.at}
      from unnest(${changes.map(({ questionId }) => questionId)}::text[], ${optionIds}::text[],
                  ${elements}::text[], ${notApplicable}::boolean[], ${changes.map(({ comment }) => comment)}::text[],
                  ${changes.map(({ desired }) => desired)}::text[], ${changes.map(({ revision }) => revision)}::integer[])
        as change (question_id, option_id, elements, not_applicable, comment, desired, revision)`;
  await sql`with ${saved(rows)}, ${auditedBy(event)}`.execute(transaction);
}

export interface AnswersToCopy {
  /** The assessment whose answers they are; null where there is none, and nothing is answered. */
  readonly from: AssessmentKey | null;
  readonly to: AssessmentKey;
  readonly questionIds: readonly string[];
}

/**
 * Makes the answers to some questions those of another assessment: who gave them and when stays with them, and what is
 * not answered there is taken back here. Only what differs is written, each in the history too.
 */
export async function insertCopies(
  transaction: Connection,
  { from, to, questionIds }: AnswersToCopy,
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  const rows = sql`
      select ${to.organisationId}, ${to.assessmentId}::uuid, wanted.question_id, source.option_id, source.elements_met,
             coalesce(source.not_applicable, false), coalesce(source.comment, ''), source.desired_option,
             coalesce(own.revision, 0) + 1,
             case when source.question_id is null then ${by.personId} else source.answered_by end,
             coalesce(source.answered_at, ${by.at})
      from unnest(${questionIds}::text[]) as wanted (question_id)
      left join answer as source on source.organisation_id = ${from?.organisationId ?? null}
        and source.assessment_id = ${from?.assessmentId ?? null}::uuid and source.question_id = wanted.question_id
      left join answer as own on own.organisation_id = ${to.organisationId}
        and own.assessment_id = ${to.assessmentId}::uuid and own.question_id = wanted.question_id
      where ${said(sql`source`)} is distinct from ${said(sql`own`)}`;
  await sql`with ${saved(rows)} select`.execute(transaction);
}

/** Makes all answers what they were when the assessment was opened for a correction. What differs is written anew, and what was saved meanwhile stays in the history. */
export async function insertAnswersOfThen(
  transaction: Connection,
  { organisationId, assessmentId }: AssessmentKey,
  openedAt: Date,
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  const rows = sql`
      select own.organisation_id, own.assessment_id, own.question_id, source.option_id, source.elements_met,
             coalesce(source.not_applicable, false), coalesce(source.comment, ''), source.desired_option, own.revision + 1,
             case when source.question_id is null then ${by.personId} else source.answered_by end,
             coalesce(source.answered_at, ${by.at})
      from answer as own
      left join correction_answer as opened on opened.organisation_id = own.organisation_id
        and opened.assessment_id = own.assessment_id and opened.opened_at = ${openedAt} and opened.question_id = own.question_id
      left join answer_history as source on source.organisation_id = opened.organisation_id
        and source.assessment_id = opened.assessment_id and source.question_id = opened.question_id
        and source.revision = opened.revision
      where own.organisation_id = ${organisationId} and own.assessment_id = ${assessmentId}::uuid
        and ${said(sql`source`)} is distinct from ${said(sql`own`)}`;
  await sql`with ${saved(rows)} select`.execute(transaction);
}

/** What a row says, whoever said it and when; of a row that is not there, nothing. */
function said(answer: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${answer}.option_id, ${answer}.elements_met, coalesce(${answer}.not_applicable, false), coalesce(${answer}.comment, ''), ${answer}.desired_option)`;
}

/** The parts of a `with` that write the rows of a query, each in place of what stood there, and in the history. */
function saved(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    saved as (
      insert into answer (organisation_id, assessment_id, question_id, option_id, elements_met, not_applicable, comment,
                          desired_option, revision, answered_by, answered_at)
      ${rows}
      on conflict (organisation_id, assessment_id, question_id) do update set
        option_id = excluded.option_id, elements_met = excluded.elements_met, not_applicable = excluded.not_applicable,
        comment = excluded.comment, desired_option = excluded.desired_option, revision = excluded.revision,
        answered_by = excluded.answered_by, answered_at = excluded.answered_at
      returning answer.*
    ), kept as (
      insert into answer_history (organisation_id, assessment_id, question_id, revision, option_id, elements_met,
                                  not_applicable, comment, desired_option, answered_by, answered_at)
      select saved.organisation_id, saved.assessment_id, saved.question_id, saved.revision, saved.option_id,
             saved.elements_met, saved.not_applicable, saved.comment, saved.desired_option, saved.answered_by,
             saved.answered_at
      from saved)`;
}

/** As one text for each answer, which a row of a statement can hold: no id of a pack has a space in it. */
export function joinedElements(value: AnswerValue | null): string | null {
  return value?.kind === 'elements' ? value.met.join(' ') : null;
}

export function revisionOf(row: AnswerColumns): AnswerRevision {
  const { question_id: questionId, comment, desired_option: desired, revision } = row;
  return { questionId, value: answerValue(row), comment, desired, revision };
}

function answerValue(row: AnswerColumns): AnswerValue | null {
  if (row.not_applicable) {
    return { kind: 'not-applicable' };
  }
  if (row.elements_met !== null) {
    return { kind: 'elements', met: row.elements_met };
  }
  return row.option_id === null ? null : { kind: 'option', optionId: row.option_id };
}
