import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { itsScores, standsOn } from '../scoring/score-repository.ts';
import type { ResultBefore, TakenOver } from './results-before.ts';

/**
 * What organisations had submitted that another took over from, as they were called last: the newest first. A code is that of whoever bore
 * it on the day before. Of what stood on a day, where one is given, and in no round that is held back.
 */
export async function listResultsBefore(
  connection: Connection,
  takenOver: readonly TakenOver[],
  { recordedBy, heldBack }: { readonly recordedBy: string | null; readonly heldBack: readonly string[] },
): Promise<ResultBefore[]> {
  const found = await sql<ResultBefore>`
    select record.code, record.name, result.organisation_id as "organisationId", result.round_id as "roundId",
           result.care_setting as "careSetting", result.illustrative, result.submitted_at as "submittedAt",
           score.score as overall
    from unnest(${takenOver.map(({ code }) => code)}::text[], ${takenOver.map(({ on }) => on)}::date[]) as taken (code, day)
    join organisation_record as record on record.code = taken.code and record.valid @> taken.day - 1
    join submitted_result as result on result.organisation_id = record.organisation_id and ${standsOn(recordedBy)}
    join ${itsScores} and score.level = 'overall'
    where result.round_id <> all(${heldBack}::text[])
    order by result.submitted_at desc, record.name, record.code`.execute(connection);
  return found.rows;
}
