import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { unplannedKeys } from '../../platform/database/statements/prepared-statements.ts';
import type { AssessmentState } from './assessment.ts';

/** An organisation with an assessment of a round, a row for each care setting begun; one row with nulls where none is. */
export interface StandingRow {
  readonly organisationId: string;
  readonly typeId: string;
  readonly assessmentId: string | null;
  readonly state: AssessmentState | null;
  readonly careSetting: string | null;
  /** When it was signed, be it corrected since; null where nothing of it is submitted. */
  readonly submittedAt: Date | null;
  /** Whether there is a signature of it, one that stands no more as well. */
  readonly wasSigned: boolean;
  readonly apart: readonly string[] | null;
}

/** Where each of the organisations stands in a round, in the order asked for; of the type that it has on the day. */
export async function listStanding(
  connection: Connection,
  organisationIds: readonly string[],
  roundId: string,
  day: string,
): Promise<StandingRow[]> {
  const result = await sql<StandingRow>`
    select organisation.organisation_id as "organisationId", organisation.type_id as "typeId",
           assessment.assessment_id as "assessmentId", assessment.state, assessment.care_setting as "careSetting",
           coalesce((select min(correction.submitted_at) from assessment_correction as correction
                     where correction.organisation_id = assessment.organisation_id
                       and correction.assessment_id = assessment.assessment_id), assessment.submitted_at) as "submittedAt",
           assessment.answered_apart as apart,
           exists (select from assessment_signature as signature
                   where signature.organisation_id = assessment.organisation_id
                     and signature.assessment_id = assessment.assessment_id) as "wasSigned"
    from unnest(${unplannedKeys(organisationIds)}) as wanted (organisation_id)
    join lateral organisation_on(wanted.organisation_id, ${day}::date) as organisation on true
    left join assessment on assessment.organisation_id = organisation.organisation_id and assessment.round_id = ${roundId}
    order by array_position(${unplannedKeys(organisationIds)}, organisation.organisation_id), assessment.created_at desc`.execute(
    connection,
  );
  return result.rows;
}
