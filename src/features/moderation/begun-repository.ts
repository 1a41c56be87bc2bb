import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

interface BegunModeration {
  readonly organisationId: string;
  readonly roundId: string;
  readonly careSetting: string;
  readonly checked: number;
}

/** Moderations of what is signed now in which somebody has saved a finding, while they are neither finished nor ended by a validation; the earliest first. */
export async function listBegun(connection: Connection, personId: string): Promise<BegunModeration[]> {
  const isOf = (table: string) => sql`${sql.ref(`${table}.organisation_id`)} = begun.organisation_id
    and ${sql.ref(`${table}.assessment_id`)} = begun.assessment_id and ${sql.ref(`${table}.digest`)} = begun.digest`;
  const { rows } = await sql<BegunModeration>`
    select begun.organisation_id as "organisationId", assessment.round_id as "roundId",
           assessment.care_setting as "careSetting", standing.checked
    from (
      select own.organisation_id, own.assessment_id, own.digest, min(own.found_at) as since
      from moderation_finding as own where own.found_by = ${personId}
      group by own.organisation_id, own.assessment_id, own.digest
    ) as begun
    join standing_signature as signature on ${isOf('signature')}
    join assessment on assessment.organisation_id = begun.organisation_id
      and assessment.assessment_id = begun.assessment_id
    join lateral (
      select (count(*) filter (where last.verdict <> 'none'))::integer as checked
      from (
        select distinct on (finding.question_id) finding.verdict from moderation_finding as finding
        where ${isOf('finding')} order by finding.question_id, finding.revision desc
      ) as last
    ) as standing on standing.checked > 0
    where not exists (select from moderation_outcome as made where ${isOf('made')})
      and coalesce((
        select step.kind from return_validation as step where ${isOf('step')} order by step.number desc limit 1
      ), 'take-back') <> 'validate'
    order by begun.since, begun.organisation_id, assessment.care_setting`.execute(connection);
  return rows;
}
