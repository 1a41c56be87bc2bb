import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { readPage } from '../../../platform/database/statements/read-page.ts';
import { mapPage, type Page, type Slice } from '../../../platform/page.ts';
import type { StoredScore } from '../../scoring/index.ts';
import { type SubmittedAssessment, takenAs } from './score-repository.ts';

export interface SubmittedListing {
  /** Null for every round, organisation or care setting. */
  readonly roundId: string | null;
  readonly organisationId: string | null;
  readonly careSetting: string | null;
  /** Rounds of which nothing is listed. */
  readonly heldBack: readonly string[];
}

/** A submitted assessment with the questionnaire it answered, at the version it answered. */
export interface ListedAssessment extends SubmittedAssessment {
  readonly instrumentId: string;
  readonly instrumentVersion: string;
}

/** A score as the database hands it over: arrays are several times cheaper to put together than objects with names. */
type PackedScore = readonly [
  StoredScore['level'],
  string,
  number | null,
  number,
  number | null,
  number,
  number,
  number,
];

interface PackedAssessment extends Omit<ListedAssessment, 'scores'> {
  readonly scores: readonly PackedScore[];
}

const scores = sql`(
  select json_agg(json_build_array(score.level, score.key, score.score, score.answered, score.evidenced,
    score.applicable, score.not_applicable, score.missing))
  from assessment_score score
  where score.organisation_id = assessment.organisation_id and score.assessment_id = assessment.assessment_id
)`;

const method = sql`(
  select score.method from assessment_score score
  where score.organisation_id = assessment.organisation_id and score.assessment_id = assessment.assessment_id
    and score.level = 'overall'
)`;

/** Submitted assessments with their scores, by round, then organisation id. */
export async function listSubmittedPage(
  connection: Connection,
  { roundId, organisationId, careSetting, heldBack }: SubmittedListing,
  slice: Slice,
): Promise<Page<ListedAssessment>> {
  const query = {
    columns: sql`assessment.organisation_id as "organisationId", assessment.assessment_id as "assessmentId",
      assessment.round_id as "roundId", assessment.care_setting as "careSetting", assessment.state,
      assessment.instrument_id as "instrumentId", assessment.instrument_version as "instrumentVersion",
      assessment.illustrative, assessment.submitted_at as "submittedAt", ${takenAs} as taken, ${method} as method,
      ${scores} as scores`,
    from: sql`assessment`,
    where: sql`assessment.state = 'submitted'
      and assessment.submitted_at is not null
      and assessment.round_id <> all(${heldBack}::text[])
      and (${roundId}::text is null or assessment.round_id = ${roundId})
      and (${organisationId}::text is null or assessment.organisation_id = ${organisationId})
      and (${careSetting}::text is null or assessment.care_setting = ${careSetting})`,
    order: [sql`assessment.round_id`, sql`assessment.organisation_id`, sql`assessment.assessment_id::text`],
    keyOf: (row: PackedAssessment) => [row.roundId, row.organisationId, row.assessmentId],
  };
  const page = await readPage(connection, query, slice);
  return mapPage(page, (row) => ({ ...row, scores: row.scores.map(unpack) }));
}

function unpack([
  level,
  key,
  score,
  answered,
  evidenced,
  applicable,
  notApplicable,
  missing,
]: PackedScore): StoredScore {
  return { level, key, score, answered, evidenced, applicable, notApplicable, missing };
}
