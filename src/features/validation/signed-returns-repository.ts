import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

/** A signed document of a round, and since when it is validated; null where it is not. */
export interface SignedReturnRow {
  readonly organisationId: string;
  readonly assessmentId: string;
  readonly careSetting: string;
  readonly digest: string;
  readonly signedAt: Date;
  readonly validatedAt: Date | null;
  readonly illustrative: boolean;
}

/** Everything that is signed in a round and of which a document is kept, the oldest first. */
export async function listSignedReturns(connection: Connection, roundId: string): Promise<SignedReturnRow[]> {
  const { rows } = await sql<SignedReturnRow>`
    select signature.organisation_id as "organisationId", signature.assessment_id as "assessmentId",
           assessment.care_setting as "careSetting", signature.digest, signature.signed_at as "signedAt",
           case when last.kind = 'validate' then last.taken_at end as "validatedAt", assessment.illustrative
    from assessment
    join standing_signature as signature on signature.organisation_id = assessment.organisation_id
      and signature.assessment_id = assessment.assessment_id
    left join lateral (
      select step.kind, step.taken_at from return_validation as step
      where step.organisation_id = signature.organisation_id and step.assessment_id = signature.assessment_id
        and step.digest = signature.digest
      order by step.number desc limit 1
    ) as last on true
    where assessment.round_id = ${roundId} and assessment.submitted_at is not null
    order by signature.signed_at, signature.organisation_id, assessment.care_setting`.execute(connection);
  return rows;
}
