import type { Database } from '../../../platform/database/database.ts';
import { insertUsesSigned, lockEvidenceOf } from '../../evidence/index.ts';
import { insertCorrectionWithdrawal, lockSigned } from '../../return-documents/index.ts';
import { insertAnswersOfThen } from '../answering/answer-repository.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { type AssessmentOf, lockAssessment } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import { refusal, type StepOutcome } from '../step-outcome.ts';
import { updateCorrectionWithdrawn } from './opening-repository.ts';

export interface WithdrawCorrection extends AssessmentOf {
  /** Of the document that stands, as the page showed it. */
  readonly digest: string;
  /** Which correction: when it was opened, as the page said it. */
  readonly openedAt: Date;
  /** Its organisation is shown it. */
  readonly reason: string;
}

/**
 * Takes back that a signed assessment was opened for a correction, before anything else is signed: what was published stands as before, with the
 * answers, and what they rested on, as they were signed. What was saved meanwhile stays in the history; evidence that was added, notes and what was
 * asked about the document stay where they are.
 */
export function withdrawCorrection(
  database: Database,
  request: WithdrawCorrection,
  by: AssessmentActing,
): Promise<StepOutcome> {
  return database.transaction().execute(async (transaction): Promise<StepOutcome> => {
    // What answers rest on is held first, as by whoever adds to it.
    await lockEvidenceOf(transaction, request.organisationId);
    const assessment = await lockAssessment(transaction, request);
    const digest = assessment === null ? null : await lockSigned(transaction, assessment);
    if (assessment === null || digest === null || digest !== request.digest) {
      return refusal('not-from-this-state', 'The correction is signed already');
    }
    const { openedAt, reason } = request;
    const { isCorrected } = assessment;
    const facts = { isRoundOpen: false, isComplete: true, actorRoles: by.roles };
    const decision = nextAssessmentState(assessment.state, { kind: 'withdraw-correction', reason, isCorrected }, facts);
    if (decision.kind === 'refused') {
      return isCorrected ? decision : refusal(decision.code, 'The return is not open for a correction any more');
    }
    const key = { ...assessment, digest };
    if (!(await insertCorrectionWithdrawal(transaction, key, { openedAt, reason }, by))) {
      return refusal('not-from-this-state', 'That correction was taken back already, and another is open by now');
    }
    await insertAnswersOfThen(transaction, assessment, openedAt, by);
    await insertUsesSigned(transaction, assessment, by);
    await updateCorrectionWithdrawn(transaction, assessment, { state: decision.state, digest });
    await auditAssessment(transaction, assessment.assessmentId, 'assessment.withdraw-correction', by, {
      digest,
      reason,
    });
    return { kind: 'ok' };
  });
}
