import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { AssessmentKey } from '../scoring/index.ts';
import { type ReturnDocument, storedReturn } from './frozen-return.ts';
import type { SignedKey } from './validation-repository.ts';

/** Names what was submitted of an assessment, by when. */
export interface SubmittedOf extends AssessmentKey {
  readonly submittedAt: Date;
}

/**
 * Keeps what stood of an assessment until a correction was signed, with its scores, which are about to be replaced. Who opened it for the
 * correction, and why, is as the assessment says.
 *
 * @param correctedAt when the corrected document was signed
 */
export async function insertCorrection(transaction: Connection, key: SignedKey, correctedAt: Date): Promise<void> {
  const { organisationId, assessmentId, digest } = key;
  await sql`
    insert into assessment_correction (organisation_id, assessment_id, digest, submitted_at, taken_from, sections_taken, reason,
                                       opened_by, opened_at, corrected_at)
    select assessment.organisation_id, assessment.assessment_id, ${digest}, assessment.submitted_at, assessment.signed_taken_from,
           assessment.signed_sections_taken, assessment.reopen_reason, assessment.reopened_by, assessment.reopened_at, ${correctedAt}
    from assessment
    where assessment.organisation_id = ${organisationId} and assessment.assessment_id = ${assessmentId}::uuid`.execute(
    transaction,
  );
  await sql`
    insert into corrected_score (organisation_id, assessment_id, digest, level, key, score, answered, evidenced, applicable,
                                 not_applicable, missing, method, computed_at)
    select score.organisation_id, score.assessment_id, ${digest}, score.level, score.key, score.score, score.answered, score.evidenced,
           score.applicable, score.not_applicable, score.missing, score.method, score.computed_at
    from assessment_score as score
    where score.organisation_id = ${organisationId} and score.assessment_id = ${assessmentId}::uuid`.execute(
    transaction,
  );
}

/**
 * The documents of what was submitted, by assessment, where the answers of today are others: it is being corrected, or was since. The rest
 * is left out.
 */
export async function listDocumentsBehind(
  connection: Connection,
  submitted: readonly SubmittedOf[],
): Promise<ReadonlyMap<string, ReturnDocument>> {
  const found = await sql<{ readonly assessmentId: string; readonly document: unknown }>`
    select signature.assessment_id as "assessmentId", document.document
    from unnest(${submitted.map(({ organisationId }) => organisationId)}::text[],
                ${submitted.map(({ assessmentId }) => assessmentId)}::uuid[],
                ${submitted.map(({ submittedAt }) => submittedAt)}::timestamptz[])
      as wanted (organisation_id, assessment_id, submitted_at)
    join assessment on assessment.organisation_id = wanted.organisation_id and assessment.assessment_id = wanted.assessment_id
      and (assessment.state <> 'submitted' or assessment.submitted_at <> wanted.submitted_at)
    join assessment_signature as signature on signature.organisation_id = wanted.organisation_id
      and signature.assessment_id = wanted.assessment_id and signature.signed_at = wanted.submitted_at
    join assessment_document as document on document.organisation_id = signature.organisation_id
      and document.assessment_id = signature.assessment_id and document.digest = signature.digest`.execute(connection);
  return new Map(found.rows.map(({ assessmentId, document }) => [assessmentId, storedReturn.read(document)]));
}

/** Keeps as which revisions the answers stand when an assessment is opened for a correction. */
export async function insertOpenedAnswers(
  transaction: Connection,
  { organisationId, assessmentId }: AssessmentKey,
  openedAt: Date,
): Promise<void> {
  await sql`
    insert into correction_answer (organisation_id, assessment_id, opened_at, question_id, revision)
    select answer.organisation_id, answer.assessment_id, ${openedAt}, answer.question_id, answer.revision
    from answer
    where answer.organisation_id = ${organisationId} and answer.assessment_id = ${assessmentId}::uuid`.execute(
    transaction,
  );
}

/** Keeps that the correction which an assessment was opened for at that moment is taken back; false where it is open for it no more. */
export async function insertCorrectionWithdrawal(
  transaction: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
  { openedAt, reason }: { readonly openedAt: Date; readonly reason: string },
  by: { readonly personId: string; readonly onBehalfOf: string; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into correction_withdrawal (organisation_id, assessment_id, digest, opened_at, opened_by, open_reason, reason,
                                       withdrawn_by, on_behalf_of, withdrawn_at)
    select assessment.organisation_id, assessment.assessment_id, ${digest}, assessment.reopened_at, assessment.reopened_by,
           assessment.reopen_reason, ${reason}, ${by.personId}, ${by.onBehalfOf}, ${by.at}
    from assessment
    where assessment.organisation_id = ${organisationId} and assessment.assessment_id = ${assessmentId}::uuid
      and assessment.reopened_at = ${openedAt}
    returning correction_withdrawal.digest`.execute(transaction);
  return rows.length > 0;
}
