import type { Database } from '../../../platform/database/database.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { type AssessmentOf, lockAssessment, updateReturned } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import { refusal, type StepOutcome } from '../step-outcome.ts';

export interface ReturnToCoordinator extends AssessmentOf {
  /** What is to be looked at again; shown to everyone who works on the assessment. */
  readonly reason: string;
}

/** Unlocks the answers of an assessment that waits for authorisation, saying why. */
export function returnToCoordinator(
  database: Database,
  request: ReturnToCoordinator,
  by: AssessmentActing,
): Promise<StepOutcome> {
  return database.transaction().execute(async (transaction) => {
    const assessment = await lockAssessment(transaction, request);
    if (assessment === null) {
      return refusal('not-from-this-state', 'This assessment has not been started');
    }
    const action = { kind: 'return-to-coordinator', reason: request.reason } as const;
    // Neither is asked: what is given back may be incomplete, and its round closed.
    const facts = { isRoundOpen: false, isComplete: false, actorRoles: by.roles };
    const decision = nextAssessmentState(assessment.state, action, facts);
    if (decision.kind === 'refused') {
      return decision;
    }

    await updateReturned(transaction, assessment, { state: decision.state, reason: request.reason, ...by });
    await auditAssessment(transaction, assessment.assessmentId, 'assessment.return', by, { reason: request.reason });
    return { kind: 'ok' };
  });
}
