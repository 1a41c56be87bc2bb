import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { expectRows } from '../../../platform/database/statements/affected-rows.ts';
import type { AssessmentKey } from '../../scoring/index.ts';
import type { AssessmentState } from '../assessment.ts';
import { movesOn, type Step, updateAssessment } from '../assessment-repository.ts';

/** Nothing of what was signed is left in it: that stays with the document and its signature. */
export async function updateReopened(
  transaction: Connection,
  key: AssessmentKey,
  step: Step & { readonly reason: string },
): Promise<void> {
  const nothing = { authorised_by: null, submitted_at: null, declaration: null, board_approved_on: null };
  const withNobody = { signed_taken_from: null, signed_sections_taken: [] };
  await movesOn(updateAssessment(transaction, key).set({ ...openedAgain(step), ...nothing, ...withNobody }));
}

/** All of what was signed stays in it: what was published stands until the corrected one is signed. */
export async function updateOpenedForCorrection(
  transaction: Connection,
  key: AssessmentKey,
  step: Step & { readonly reason: string },
): Promise<void> {
  await movesOn(
    updateAssessment(transaction, key).set(({ ref }) => ({
      ...openedAgain(step),
      opened_apart: ref('answered_apart'),
    })),
  );
}

/** What was published stands as before the correction was opened, and nothing of that is left in it. */
export async function updateCorrectionWithdrawn(
  transaction: Connection,
  { organisationId, assessmentId }: AssessmentKey,
  { state, digest }: { readonly state: AssessmentState; readonly digest: string },
): Promise<void> {
  const updated = await sql`
    update assessment set state = ${state}, answered_apart = coalesce(opened_apart, answered_apart), opened_apart = null,
      taken_from = signed_taken_from, sections_taken = signed_sections_taken,
      authorisation_requested_by = document.frozen_by, authorisation_requested_at = document.frozen_at,
      reopened_by = null, reopened_at = null, reopen_reason = '',
      returned_by = null, returned_at = null, return_reason = ''
    from assessment_document as document
    where assessment.organisation_id = ${organisationId} and assessment.assessment_id = ${assessmentId}::uuid
      and document.organisation_id = assessment.organisation_id and document.assessment_id = assessment.assessment_id
      and document.digest = ${digest}`.execute(transaction);
  expectRows('a correction is taken back', 1, updated.numAffectedRows ?? 0n);
}

function openedAgain({ state, personId, at, reason }: Step & { readonly reason: string }) {
  const opened = { reopened_by: personId, reopened_at: at, reopen_reason: reason };
  return { state, ...opened, returned_by: null, returned_at: null, return_reason: '' };
}
