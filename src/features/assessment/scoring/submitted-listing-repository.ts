import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { readPage } from '../../../platform/database/statements/read-page.ts';
import { mapPage, type Page, type Slice } from '../../../platform/page.ts';
import {
  checkersIn,
  type FinishedModeration,
  type IsFinal,
  storedOutcome,
  withChecks,
} from '../../return-documents/index.ts';
import type { StoredScore } from '../../scoring/index.ts';
import {
  type CorrectedColumns,
  correctedAs,
  method,
  type SubmittedAssessment,
  scoresOfIt,
  standsOn,
  takenAs,
  withTimes,
} from './score-repository.ts';

export interface SubmittedListing {
  /** Null for every round, organisation or care setting. */
  readonly roundId: string | null;
  readonly organisationId: string | null;
  readonly careSetting: string | null;
  /** Rounds of which nothing is listed. */
  readonly heldBack: readonly string[];
  /** Of which moderations it is told what they came to. */
  readonly isFinal: IsFinal;
}

/** A submitted assessment with the questionnaire it answered, at the version it answered. */
export interface ListedAssessment extends SubmittedAssessment {
  readonly instrumentId: string;
  readonly instrumentVersion: string;
  /** What its moderation came to; null where there was none, or it is not told. */
  readonly moderation: FinishedModeration | null;
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

interface PackedAssessment extends Omit<ListedAssessment, 'scores' | 'corrected' | 'moderation'>, CorrectedColumns {
  readonly scores: readonly PackedScore[];
  readonly moderation: {
    readonly outcome: unknown;
    readonly checkedBy: string;
    readonly finishedAt: string;
    readonly isChallenged: boolean;
  } | null;
}

const moderation = sql`(
  select jsonb_build_object('outcome', made.outcome, 'checkedBy', made.checked_by, 'finishedAt', min(made.made_at) over (),
    'isChallenged', exists (
      select from moderation_challenge as challenge
      where challenge.organisation_id = made.organisation_id and challenge.assessment_id = made.assessment_id
        and challenge.digest = made.digest and not exists (
          select from challenge_decision as decided
          where decided.organisation_id = challenge.organisation_id and decided.assessment_id = challenge.assessment_id
            and decided.digest = challenge.digest and decided.question_id = challenge.question_id)))
  from moderation_outcome as made
  join standing_signature as signature on signature.organisation_id = made.organisation_id
    and signature.assessment_id = made.assessment_id and signature.digest = made.digest
  where made.organisation_id = result.organisation_id and made.assessment_id = result.assessment_id
  order by made.number desc limit 1
)`;

const scores = sql`(
  select json_agg(json_build_array(score.level, score.key, score.score, score.answered, score.evidenced,
    score.applicable, score.not_applicable, score.missing))
  from ${scoresOfIt}
)`;

/** Submitted assessments with their scores, by round, then organisation id. */
export async function listSubmittedPage(
  connection: Connection,
  { roundId, organisationId, careSetting, heldBack, isFinal }: SubmittedListing,
  slice: Slice,
): Promise<Page<ListedAssessment>> {
  const query = {
    columns: sql`result.organisation_id as "organisationId", result.assessment_id as "assessmentId",
      result.round_id as "roundId", result.care_setting as "careSetting",
      result.instrument_id as "instrumentId", result.instrument_version as "instrumentVersion",
      result.illustrative, result.submitted_at as "submittedAt", ${takenAs} as taken, ${correctedAs} as corrected,
      ${method} as method, ${scores} as scores, ${moderation} as moderation`,
    from: sql`submitted_result as result`,
    where: sql`${standsOn(null)}
      and result.round_id <> all(${heldBack}::text[])
      and (${roundId}::text is null or result.round_id = ${roundId})
      and (${organisationId}::text is null or result.organisation_id = ${organisationId})
      and (${careSetting}::text is null or result.care_setting = ${careSetting})`,
    order: [sql`result.round_id`, sql`result.organisation_id`, sql`result.assessment_id::text`],
    keyOf: (row: PackedAssessment) => [row.roundId, row.organisationId, row.assessmentId],
  };
  const page = await readPage(connection, query, slice);
  return mapPage(page, ({ moderation: found, ...row }) => {
    const finished = found === null ? null : { ...found, finishedAt: new Date(found.finishedAt) };
    const told = finished !== null && isFinal(row.roundId, finished) ? finished : null;
    const moderation =
      told === null
        ? null
        : { ...told, outcome: storedOutcome.read(told.outcome), checkedBy: checkersIn(told.checkedBy) };
    return {
      ...withTimes(row),
      scores: withChecks(row.scores.map(unpack), moderation?.outcome ?? null),
      moderation,
    };
  });
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
