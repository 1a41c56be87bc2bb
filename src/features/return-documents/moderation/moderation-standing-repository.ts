import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { ModerationFacts } from './moderation-standing.ts';

/** How the moderation of a signed document stands. */
interface StandingModeration extends ModerationFacts {
  readonly digest: string;
}

/** Of documents of these assessments, by their digests; of one of which nothing was ever checked none. */
export async function listModerations(
  connection: Connection,
  assessmentIds: readonly string[],
): Promise<Map<string, StandingModeration>> {
  const isOf = (table: string) => sql`${sql.ref(`${table}.organisation_id`)} = checked.organisation_id
    and ${sql.ref(`${table}.assessment_id`)} = checked.assessment_id and ${sql.ref(`${table}.digest`)} = checked.digest`;
  const { rows } = await sql<StandingModeration>`
    select checked.digest, checked.count as checked,
           exists (select from moderation_outcome as made where ${isOf('made')}) as "isFinished",
           (select count(*)::integer from moderation_challenge as challenge
            where ${isOf('challenge')} and not exists (
              select from challenge_decision as decided
              where ${isOf('decided')} and decided.question_id = challenge.question_id)) as "openChallenges"
    from (
      select last.organisation_id, last.assessment_id, last.digest,
             (count(*) filter (where last.verdict <> 'none'))::integer as count
      from (
        select distinct on (finding.organisation_id, finding.assessment_id, finding.digest, finding.question_id)
               finding.organisation_id, finding.assessment_id, finding.digest, finding.verdict
        from moderation_finding as finding
        where finding.assessment_id = any(${assessmentIds}::uuid[])
        order by finding.organisation_id, finding.assessment_id, finding.digest, finding.question_id,
                 finding.revision desc
      ) as last
      group by last.organisation_id, last.assessment_id, last.digest
    ) as checked`.execute(connection);
  return new Map(rows.map((row) => [row.digest, row]));
}
