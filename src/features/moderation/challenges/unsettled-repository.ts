import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';

/** A finished moderation of what is signed. */
export interface Unsettled {
  readonly organisationId: string;
  readonly roundId: string;
  readonly careSetting: string;
  readonly finishedAt: Date;
  /** How many answers were found otherwise that nobody has challenged. */
  readonly unchallenged: number;
  /** Challenges that nobody has answered. */
  readonly open: readonly {
    readonly questionId: string;
    readonly challengerId: string;
    readonly finderId: string;
    readonly challengerName: string;
    readonly challengedOn: string;
  }[];
}

/** The finished moderations of what is signed by some organisations, and those of all of which a challenge is not answered where that is asked. */
export async function listUnsettled(
  connection: Connection,
  { organisationIds, ofAll }: { readonly organisationIds: readonly string[]; readonly ofAll: boolean },
): Promise<Unsettled[]> {
  const isOf = (table: string) => sql`${sql.ref(`${table}.organisation_id`)} = made.organisation_id
    and ${sql.ref(`${table}.assessment_id`)} = made.assessment_id and ${sql.ref(`${table}.digest`)} = made.digest`;
  const { rows } = await sql<Unsettled>`
    select made.organisation_id as "organisationId", assessment.round_id as "roundId",
           assessment.care_setting as "careSetting", made.made_at as "finishedAt",
           (select count(*)::integer from moderation_finding as finding
            where ${isOf('finding')} and finding.verdict = 'other'
              and not exists (select from moderation_finding as later
                where ${isOf('later')} and later.question_id = finding.question_id and later.revision > finding.revision)
              and not exists (select from moderation_challenge as challenge
                where ${isOf('challenge')} and challenge.question_id = finding.question_id)) as unchallenged,
           coalesce((
             select jsonb_agg(jsonb_build_object('questionId', challenge.question_id,
               'challengerId', challenge.challenged_by, 'finderId', finding.found_by, 'challengerName', person.name,
               'challengedOn', challenge.challenged_at::date) order by challenge.challenged_at)
             from moderation_challenge as challenge
             join person on person.id = challenge.challenged_by
             join moderation_finding as finding on ${isOf('finding')} and finding.question_id = challenge.question_id
               and finding.revision = challenge.revision
             where ${isOf('challenge')} and not exists (
               select from challenge_decision as decided
               where ${isOf('decided')} and decided.question_id = challenge.question_id)), '[]') as open
    from moderation_outcome as made
    join standing_signature as signature on ${isOf('signature')}
    join assessment on assessment.organisation_id = made.organisation_id and assessment.assessment_id = made.assessment_id
    where made.number = 1 and (made.organisation_id = any(${organisationIds}::text[])
      or (${ofAll} and exists (select from moderation_challenge as challenge where ${isOf('challenge')})))
    order by made.made_at, made.organisation_id, assessment.care_setting`.execute(connection);
  return rows;
}
