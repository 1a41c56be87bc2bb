import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { AssessmentKey } from '../../scoring/index.ts';
import type { AnsweredVersion, StoredAssessment } from '../stored-assessment.ts';

/** An assessment that was put to be signed and has no document. */
export interface Unfrozen extends AssessmentKey {
  readonly roundId: string;
  readonly answers: AnsweredVersion;
  readonly careSetting: string;
  readonly illustrative: boolean;
  readonly askedAt: Date;
  readonly askedById: string | null;
  /** Name of whoever asked; null where nobody stands behind it. */
  readonly askedBy: string | null;
  readonly taken: StoredAssessment['taken'];
  readonly submittedAt: Date | null;
}

/**
 * What waits to be signed, and what is made up as submitted, without a document. What people signed before documents were kept is not among them:
 * nobody signed a document that is made of it now.
 */
export async function listUnfrozen(connection: Connection): Promise<Unfrozen[]> {
  const result = await sql<Unfrozen>`
    select assessment.organisation_id as "organisationId", assessment.assessment_id as "assessmentId",
           assessment.round_id as "roundId", assessment.care_setting as "careSetting", assessment.illustrative,
           jsonb_build_object('id', assessment.instrument_id, 'version', assessment.instrument_version, 'digest', kept.digest)
             as answers,
           coalesce(assessment.authorisation_requested_at, assessment.submitted_at, assessment.created_at) as "askedAt",
           assessment.authorisation_requested_by as "askedById", person.name as "askedBy",
           case when assessment.taken_from is not null then
             jsonb_build_object('giverId', assessment.taken_from, 'sectionIds', assessment.sections_taken) end as taken,
           assessment.submitted_at as "submittedAt"
    from assessment
    left join kept_instrument as kept on kept.instrument_id = assessment.instrument_id
      and kept.version = assessment.instrument_version
    left join person on person.id = assessment.authorisation_requested_by
    where (assessment.state = 'awaiting-authorisation'
           or (assessment.submitted_at is not null and assessment.illustrative and assessment.authorised_by is null))
      and not exists (
        select from assessment_document as document
        where document.organisation_id = assessment.organisation_id
          and document.assessment_id = assessment.assessment_id)
    order by assessment.organisation_id, assessment.assessment_id`.execute(connection);
  return result.rows;
}

/** Of processes that start at once each freezes after the other, until its transaction ends. */
export async function lockFreezing(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('assessment documents'))`.execute(transaction);
}
