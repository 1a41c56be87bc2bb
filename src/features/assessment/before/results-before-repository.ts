import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { timeZone } from '../../../platform/days.ts';
import type { AssessmentState } from '../assessment.ts';
import type { ResultBefore, TakenOver } from './results-before.ts';

const submitted: AssessmentState = 'submitted';

/**
 * What organisations had submitted that another took over from, as they were called last: the newest first. A code is that of whoever bore
 * it on the day before. Of what was submitted on a day at the latest, where one is given, and in no round that is held back.
 */
export async function listResultsBefore(
  connection: Connection,
  takenOver: readonly TakenOver[],
  { recordedBy, heldBack }: { readonly recordedBy: string | null; readonly heldBack: readonly string[] },
): Promise<ResultBefore[]> {
  const result = await sql<ResultBefore>`
    select record.code, record.name, assessment.organisation_id as "organisationId", assessment.round_id as "roundId",
           assessment.care_setting as "careSetting", assessment.illustrative, assessment.submitted_at as "submittedAt",
           score.score as overall
    from unnest(${takenOver.map(({ code }) => code)}::text[], ${takenOver.map(({ on }) => on)}::date[]) as taken (code, day)
    join organisation_record as record on record.code = taken.code and record.valid @> taken.day - 1
    join assessment on assessment.organisation_id = record.organisation_id and assessment.state = ${submitted}
      and assessment.submitted_at is not null
    join assessment_score as score on score.organisation_id = assessment.organisation_id
      and score.assessment_id = assessment.assessment_id and score.level = 'overall'
    where assessment.round_id <> all(${heldBack}::text[])
      and (${recordedBy}::date is null or (assessment.submitted_at at time zone ${timeZone})::date <= ${recordedBy}::date)
    order by assessment.submitted_at desc, record.name, record.code`.execute(connection);
  return result.rows;
}
