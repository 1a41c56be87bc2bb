import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { unplannedKeys } from '../../../platform/database/statements/prepared-statements.ts';
import { timeZone } from '../../../platform/days.ts';
import { type AssessmentKey, type AssessmentScore, type StoredScore, storedScores } from '../../scoring/index.ts';
import type { AssessmentState } from '../assessment.ts';
import type { StoredAssessment } from '../stored-assessment.ts';

/** The state in which an assessment's scores count. */
const submittedState: AssessmentState = 'submitted';

/** One organisation's submitted scores, 0-100 at full precision by section and theme id; null where nothing was scored. */
export interface ProviderScore {
  readonly organisationId: string;
  readonly assessmentId: string;
  readonly careSetting: string;
  readonly illustrative: boolean;
  readonly submittedAt: Date;
  readonly sections: Readonly<Record<string, number | null>>;
  readonly themes: Readonly<Record<string, number | null>>;
  readonly overall: number | null;
}

/** Stores the scores of one assessment in place of those of an earlier submission. */
export async function insertScore(
  transaction: Connection,
  key: AssessmentKey,
  score: AssessmentScore,
  computedAt: Date,
): Promise<void> {
  await insertScores(transaction, [{ ...key, score }], computedAt);
}

/** Stores the scores of many assessments in one statement. */
export async function insertScores(
  transaction: Connection,
  scored: readonly (AssessmentKey & { readonly score: AssessmentScore })[],
  computedAt: Date,
): Promise<void> {
  const rows = scored.flatMap(({ organisationId, assessmentId, score }) =>
    storedScores(score).map((row) => ({ ...row, organisationId, assessmentId, method: score.method })),
  );
  await sql`
    insert into assessment_score (organisation_id, assessment_id, level, key, score, answered, evidenced, applicable,
                                  not_applicable, missing, method, computed_at)
    select row.*, ${computedAt}
    from unnest(${rows.map((row) => row.organisationId)}::text[], ${rows.map((row) => row.assessmentId)}::uuid[],
                ${rows.map((row) => row.level)}::text[], ${rows.map((row) => row.key)}::text[],
                ${rows.map((row) => row.score)}::double precision[], ${rows.map((row) => row.answered)}::integer[],
                ${rows.map((row) => row.evidenced)}::integer[], ${rows.map((row) => row.applicable)}::integer[], ${rows.map((row) => row.notApplicable)}::integer[],
                ${rows.map((row) => row.missing)}::integer[], ${rows.map((row) => row.method)}::text[]) as row
    on conflict (organisation_id, assessment_id, level, key) do update set
      score = excluded.score, answered = excluded.answered, evidenced = excluded.evidenced, applicable = excluded.applicable,
      not_applicable = excluded.not_applicable, missing = excluded.missing, method = excluded.method,
      computed_at = excluded.computed_at`.execute(transaction);
}

/** Takes the scores of an assessment away that is signed no more. */
export async function deleteScore(
  transaction: Connection,
  { organisationId, assessmentId }: AssessmentKey,
): Promise<void> {
  await transaction
    .deleteFrom('assessment_score')
    .where('organisation_id', '=', organisationId)
    .where('assessment_id', '=', assessmentId)
    .execute();
}

/** The submitted scores of a round, in order of organisation id; whoever shows them to everybody asks first whether they are public. */
export function listSubmittedScores(connection: Connection, roundId: string): Promise<ProviderScore[]> {
  return queryScores(connection, roundId, sql`true`);
}

/** The submitted scores of some organisations; those without a submission are left out. */
export async function listScoresOf(
  connection: Connection,
  roundId: string,
  organisationIds: readonly string[],
): Promise<ProviderScore[]> {
  const isAsked = sql`assessment.organisation_id = any(${unplannedKeys(organisationIds)})`;
  return organisationIds.length === 0 ? [] : queryScores(connection, roundId, isAsked);
}

/** That an assessment was submitted in a round, and when. */
export interface SubmittedRow {
  readonly organisationId: string;
  readonly submittedAt: Date;
  readonly illustrative: boolean;
}

/** What was submitted in a round, an organisation as often as it has submitted for a care setting. */
export async function listSubmittedRows(
  connection: Connection,
  roundId: string,
  organisationIds: readonly string[] | null,
): Promise<SubmittedRow[]> {
  const result = await sql<SubmittedRow>`
    select assessment.organisation_id as "organisationId", assessment.submitted_at as "submittedAt", assessment.illustrative
    from assessment
    where assessment.round_id = ${roundId} and assessment.state = ${submittedState}
      and assessment.submitted_at is not null
      and (${organisationIds}::text[] is null or assessment.organisation_id = any(${organisationIds}::text[]))`.execute(
    connection,
  );
  return result.rows;
}

/** Names a submitted assessment, with what decides which questions it was asked. */
export interface SubmittedKey extends AssessmentKey {
  readonly careSetting: string;
  readonly illustrative: boolean;
  readonly submittedAt: Date;
}

/** The submitted assessments of a round; of those submitted on a day at the latest, where one is given. */
export async function listSubmittedKeys(
  connection: Connection,
  roundId: string,
  recordedBy: string | null,
): Promise<SubmittedKey[]> {
  const result = await sql<SubmittedKey>`
    select assessment.organisation_id as "organisationId", assessment.assessment_id as "assessmentId",
           assessment.care_setting as "careSetting", assessment.illustrative, assessment.submitted_at as "submittedAt"
    from assessment
    where assessment.round_id = ${roundId} and assessment.state = ${submittedState}
      and assessment.submitted_at is not null
      and (${recordedBy}::date is null or (assessment.submitted_at at time zone ${timeZone})::date <= ${recordedBy}::date)
    order by assessment.organisation_id`.execute(connection);
  return result.rows;
}

async function queryScores(
  connection: Connection,
  roundId: string,
  isAsked: RawBuilder<unknown>,
): Promise<ProviderScore[]> {
  const result = await sql<ProviderScore>`
    select assessment.organisation_id as "organisationId", assessment.assessment_id as "assessmentId",
           assessment.care_setting as "careSetting", assessment.illustrative, assessment.submitted_at as "submittedAt",
           json_object_agg(score.key, score.score) filter (where score.level = 'section') as sections,
           json_object_agg(score.key, score.score) filter (where score.level = 'theme') as themes,
           max(score.score) filter (where score.level = 'overall') as overall
    from assessment
    join assessment_score score on score.organisation_id = assessment.organisation_id
      and score.assessment_id = assessment.assessment_id
    where assessment.round_id = ${roundId} and assessment.state = ${submittedState}
      and assessment.submitted_at is not null and ${isAsked}
    group by assessment.organisation_id, assessment.assessment_id
    order by assessment.organisation_id`.execute(connection);
  return result.rows;
}

/** A submitted assessment as anyone may see it: its scores and how they were made, never its answers. */
export interface SubmittedAssessment extends AssessmentKey {
  readonly roundId: string;
  readonly careSetting: string;
  readonly state: AssessmentState;
  readonly illustrative: boolean;
  readonly submittedAt: Date;
  /** Id of the scoring method. */
  readonly method: string;
  readonly scores: readonly StoredScore[];
  /** Whose answers it was signed with, in which sections; null where all were its own organisation's. */
  readonly taken: StoredAssessment['taken'];
}

/** Whose answers an assessment was signed with, as `SubmittedAssessment` has it. */
export const takenAs = sql`case when assessment.taken_from is not null then
  jsonb_build_object('giverId', assessment.taken_from, 'sectionIds', assessment.sections_taken) end`;

/** The submitted assessments of an organisation, the newest first; of those that were submitted on a day at the latest, where one is given. */
export async function listResults(
  connection: Connection,
  organisationId: string,
  recordedBy: string | null,
): Promise<SubmittedAssessment[]> {
  const result = await sql<SubmittedAssessment>`
    select assessment.organisation_id as "organisationId", assessment.assessment_id as "assessmentId",
           assessment.round_id as "roundId", assessment.care_setting as "careSetting", assessment.state,
           assessment.illustrative, assessment.submitted_at as "submittedAt", min(score.method) as method,
           ${takenAs} as taken,
           jsonb_agg(jsonb_build_object('level', score.level, 'key', score.key, 'score', score.score,
             'answered', score.answered, 'evidenced', score.evidenced, 'applicable', score.applicable, 'notApplicable', score.not_applicable,
             'missing', score.missing)) as scores
    from assessment
    join assessment_score score on score.organisation_id = assessment.organisation_id
      and score.assessment_id = assessment.assessment_id
    where assessment.organisation_id = ${organisationId} and assessment.state = ${submittedState}
      and assessment.submitted_at is not null
      and (${recordedBy}::date is null or (assessment.submitted_at at time zone ${timeZone})::date <= ${recordedBy}::date)
    group by assessment.organisation_id, assessment.assessment_id
    order by assessment.submitted_at desc`.execute(connection);
  return result.rows;
}
