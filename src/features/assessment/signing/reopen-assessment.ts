import type { Database } from '../../../platform/database/database.ts';
import { dayOf } from '../../../platform/days.ts';
import { type ProgrammePack, type Round, resultsDay } from '../../programme/index.ts';
import { insertOpenedAnswers, insertReopening, lockSigned } from '../../return-documents/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { type AssessmentOf, lockAssessment } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import { deleteScore } from '../scoring/score-repository.ts';
import { refusal, type StepOutcome } from '../step-outcome.ts';
import { updateOpenedForCorrection, updateReopened } from './opening-repository.ts';

export interface ReopenAssessment extends AssessmentOf {
  /** To be signed anew before the results are public, or for a correction once they are. */
  readonly kind: 'reopen' | 'correct';
  /** As the page knew it. */
  readonly round: Round;
  /** Of the document that was signed, as the page showed it; another one may be signed by now. */
  readonly digest: string;
  /** What is to be put right; its organisation and all who read the return are shown it, and of a correction everybody. */
  readonly reason: string;
}

/**
 * Opens a signed assessment again, so that its organisation puts it right and signs anew. Before its results are public the signature stays on
 * record and stands no more; its document, the queries about it and its validation stay with it, and the scores go with it. For a correction
 * all of that stands until the corrected document is signed. The answers given here are as they were signed; what is taken from others is as
 * it is now.
 */
export function reopenAssessment(
  database: Database,
  request: ReopenAssessment,
  by: AssessmentActing,
  pack: Pick<ProgrammePack, 'resultsPublic'>,
): Promise<StepOutcome> {
  return database.transaction().execute(async (transaction): Promise<StepOutcome> => {
    const { round, isOpen } = await holdForStep(transaction, request.round, by.at);
    const assessment = await lockAssessment(transaction, request);
    const digest = assessment === null ? null : await lockSigned(transaction, assessment);
    if (assessment === null || digest === null || digest !== request.digest) {
      return refusal('not-from-this-state', 'This document is not what is signed now');
    }
    const { kind, reason } = request;
    const { isPublic: areResultsPublic } = resultsDay(pack, round ?? request.round, dayOf(by.at));
    const facts = { isRoundOpen: isOpen, isComplete: true, actorRoles: by.roles };
    const decision = nextAssessmentState(assessment.state, { kind, reason, areResultsPublic }, facts);
    if (decision.kind === 'refused') {
      return decision;
    }
    const step = { state: decision.state, reason, ...by };
    if (kind === 'correct') {
      await updateOpenedForCorrection(transaction, assessment, step);
      await insertOpenedAnswers(transaction, assessment, by.at);
    } else {
      await insertReopening(transaction, { ...assessment, digest }, reason, by);
      await deleteScore(transaction, assessment);
      await updateReopened(transaction, assessment, step);
    }
    await auditAssessment(transaction, assessment.assessmentId, `assessment.${kind}`, by, { digest, reason });
    return { kind: 'ok' };
  });
}
