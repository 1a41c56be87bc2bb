import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { unplannedKeys } from '../../../platform/database/statements/prepared-statements.ts';
import { timeZone } from '../../../platform/days.ts';
import {
  type AssessmentKey,
  type AssessmentScore,
  type PublishedScore,
  type StoredScore,
  storedScores,
} from '../../scoring/index.ts';
import type { StoredAssessment } from '../stored-assessment.ts';

/**
 * Of what is submitted and what was until a correction (`submitted_result`), that which stands; or where a day is given, that which had been
 * submitted and not corrected by its end.
 */
export function standsOn(recordedBy: string | null): RawBuilder<unknown> {
  return recordedBy === null
    ? sql`result.stands_until = 'infinity'`
    : sql`((result.submitted_at at time zone ${timeZone})::date <= ${recordedBy}::date
        and (result.stands_until at time zone ${timeZone})::date > ${recordedBy}::date)`;
}

const isOfResult = sql`score.organisation_id = result.organisation_id and score.assessment_id = result.assessment_id
  and score.stands_until = result.stands_until`;

/** The scores of a `result`, to be joined. */
export const itsScores = sql`submitted_score as score on ${isOfResult}`;

/** The same within a query of their own. */
export const scoresOfIt = sql`submitted_score as score where ${isOfResult}`;

/** Id of the method by which a `result` was scored. */
export const method = sql`(select score.method from ${scoresOfIt} and score.level = 'overall')`;

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

/**
 * The submitted scores of a round, in order of organisation id; those that stood on a day, where one is given. Whoever shows them to everybody asks
 * first whether they are public.
 */
export function listSubmittedScores(
  connection: Connection,
  roundId: string,
  recordedBy: string | null,
): Promise<ProviderScore[]> {
  return queryScores(connection, roundId, standsOn(recordedBy));
}

/** What stands of one organisation in a round, each score with how many answers it rests on. */
export interface StandingResult {
  readonly organisationId: string;
  readonly careSetting: string;
  readonly scores: readonly Pick<StoredScore, 'level' | 'key' | 'score' | 'answered'>[];
}

/** All that stands in a round, in order of organisation. Whoever shows it to others asks first whether it is public. */
export async function listStandingResults(connection: Connection, roundId: string): Promise<StandingResult[]> {
  const found = await sql<StandingResult>`
    select result.organisation_id as "organisationId", result.care_setting as "careSetting",
           json_agg(json_build_object('level', score.level, 'key', score.key, 'score', score.score,
             'answered', score.answered)) as scores
    from submitted_result as result
    join ${itsScores}
    where result.round_id = ${roundId} and ${standsOn(null)}
    group by result.organisation_id, result.assessment_id, result.care_setting
    order by result.organisation_id, result.care_setting`.execute(connection);
  return found.rows;
}

/** The submitted scores of some organisations; those without a submission are left out. */
export async function listScoresOf(
  connection: Connection,
  roundId: string,
  organisationIds: readonly string[],
): Promise<ProviderScore[]> {
  const isAsked = sql`${standsOn(null)} and result.organisation_id = any(${unplannedKeys(organisationIds)})`;
  return organisationIds.length === 0 ? [] : queryScores(connection, roundId, isAsked);
}

/** That an assessment was submitted in a round, and when; where it was corrected since, when it was submitted first. */
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
  const found = await sql<SubmittedRow>`
    select result.organisation_id as "organisationId", min(result.submitted_at) as "submittedAt", result.illustrative
    from submitted_result as result
    where result.round_id = ${roundId}
      and (${organisationIds}::text[] is null or result.organisation_id = any(${organisationIds}::text[]))
    group by result.organisation_id, result.assessment_id, result.illustrative`.execute(connection);
  return found.rows;
}

/** Names a submitted assessment, with what decides which questions it was asked. */
export interface SubmittedKey extends AssessmentKey {
  readonly careSetting: string;
  readonly illustrative: boolean;
  readonly submittedAt: Date;
}

/** The submitted assessments of a round; those that stood on a day, where one is given. */
export async function listSubmittedKeys(
  connection: Connection,
  roundId: string,
  recordedBy: string | null,
): Promise<SubmittedKey[]> {
  const found = await sql<SubmittedKey>`
    select result.organisation_id as "organisationId", result.assessment_id as "assessmentId",
           result.care_setting as "careSetting", result.illustrative, result.submitted_at as "submittedAt"
    from submitted_result as result
    where result.round_id = ${roundId} and ${standsOn(recordedBy)}
    order by result.organisation_id`.execute(connection);
  return found.rows;
}

async function queryScores(
  connection: Connection,
  roundId: string,
  isAsked: RawBuilder<unknown>,
): Promise<ProviderScore[]> {
  const found = await sql<ProviderScore>`
    select result.organisation_id as "organisationId", result.assessment_id as "assessmentId",
           result.care_setting as "careSetting", result.illustrative, result.submitted_at as "submittedAt",
           json_object_agg(score.key, score.score) filter (where score.level = 'section') as sections,
           json_object_agg(score.key, score.score) filter (where score.level = 'theme') as themes,
           max(score.score) filter (where score.level = 'overall') as overall
    from submitted_result as result
    join ${itsScores}
    where result.round_id = ${roundId} and ${isAsked}
    group by result.organisation_id, result.assessment_id, result.care_setting, result.illustrative, result.submitted_at
    order by result.organisation_id`.execute(connection);
  return found.rows;
}

/** What was published of an assessment until it was corrected. */
export interface ResultCorrected {
  readonly submittedAt: Date;
  readonly correctedAt: Date;
  /** Why, as everybody reads it. */
  readonly reason: string;
  readonly scores: readonly PublishedScore[];
}

/** A submitted assessment as anyone may see it: its scores and how they were made, never its answers. */
export interface SubmittedAssessment extends AssessmentKey {
  readonly roundId: string;
  readonly careSetting: string;
  readonly illustrative: boolean;
  readonly submittedAt: Date;
  /** Id of the scoring method. */
  readonly method: string;
  readonly scores: readonly StoredScore[];
  /** Whose answers it was signed with, in which sections; null where all were its own organisation's. */
  readonly taken: StoredAssessment['taken'];
  /** What stood before it, the newest first; none where it was never corrected. */
  readonly corrected: readonly ResultCorrected[];
}

/** Whose answers a `result` was signed with, as `SubmittedAssessment` has it. */
export const takenAs = sql`case when result.taken_from is not null then
  jsonb_build_object('giverId', result.taken_from, 'sectionIds', result.sections_taken) end`;

/** What stood before a `result`, as `SubmittedAssessment` has it but for its times, which are texts. */
export const correctedAs = sql`coalesce((
  select jsonb_agg(jsonb_build_object('submittedAt', correction.submitted_at, 'correctedAt', correction.corrected_at,
    'reason', correction.reason, 'scores', (
      select jsonb_agg(jsonb_build_object('level', before.level, 'key', before.key, 'score', before.score,
        'answered', before.answered))
      from corrected_score as before
      where before.organisation_id = correction.organisation_id and before.assessment_id = correction.assessment_id
        and before.digest = correction.digest)) order by correction.corrected_at desc)
  from assessment_correction as correction
  where correction.organisation_id = result.organisation_id and correction.assessment_id = result.assessment_id
    and correction.corrected_at <= result.submitted_at), '[]')`;

/** `correctedAs` as the database hands it over. */
export interface CorrectedColumns {
  readonly corrected: readonly (Omit<ResultCorrected, 'submittedAt' | 'correctedAt'> & {
    readonly submittedAt: string;
    readonly correctedAt: string;
  })[];
}

export function withTimes<Row extends CorrectedColumns>(
  row: Row,
): Omit<Row, 'corrected'> & Pick<SubmittedAssessment, 'corrected'> {
  const corrected = row.corrected.map((each) => ({
    ...each,
    submittedAt: new Date(each.submittedAt),
    correctedAt: new Date(each.correctedAt),
  }));
  return { ...row, corrected };
}

/** The submitted assessments of an organisation, the newest first; those that stood on a day, where one is given. */
export async function listResults(
  connection: Connection,
  organisationId: string,
  recordedBy: string | null,
): Promise<SubmittedAssessment[]> {
  const found = await sql<Omit<SubmittedAssessment, 'corrected'> & CorrectedColumns>`
    select result.organisation_id as "organisationId", result.assessment_id as "assessmentId",
           result.round_id as "roundId", result.care_setting as "careSetting",
           result.illustrative, result.submitted_at as "submittedAt", ${takenAs} as taken, ${correctedAs} as corrected,
           ${method} as method,
           (select jsonb_agg(jsonb_build_object('level', score.level, 'key', score.key, 'score', score.score,
             'answered', score.answered, 'evidenced', score.evidenced, 'applicable', score.applicable, 'notApplicable', score.not_applicable,
             'missing', score.missing)) from ${scoresOfIt}) as scores
    from submitted_result as result
    where result.organisation_id = ${organisationId} and ${standsOn(recordedBy)}
      and exists (select from ${scoresOfIt})
    order by result.submitted_at desc`.execute(connection);
  return found.rows.map(withTimes);
}
