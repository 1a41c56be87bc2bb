import type { Database } from '../../../platform/database/database.ts';
import type { Instrument, Round } from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import { listSavedAnswers } from '../answering/answer-repository.ts';
import { checkCompleteness, isReadyForAuthorisation } from '../answering/completeness.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { type AssessmentOf, lockAssessment, updateRequested } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import { listAnswersInEffect } from '../settings/list-answers-in-effect.ts';
import { takeAnswersOver } from '../settings/take-answers-over.ts';
import { refusal, type StepOutcome } from '../step-outcome.ts';
import { givenAnswers } from '../stored-assessment.ts';

export interface RequestAuthorisation extends AssessmentOf {
  /** As the page knew it. */
  readonly round: Round;
  readonly instrument: Instrument;
  /** Whether it is the assessment of one of several settings, which takes some answers from those that are given once for all of them. */
  readonly isOneOfSeveral: boolean;
}

/**
 * Asks the executive to authorise: every question must be answered, and from here on the answers are locked. Those that are given once for
 * several settings become this one's own with it, so that what is signed stays however the others go on.
 */
export function requestAuthorisation(
  database: Database,
  request: RequestAuthorisation,
  by: AssessmentActing,
): Promise<StepOutcome> {
  return database.transaction().execute(async (transaction) => {
    const { isOpen: isRoundOpen } = await holdForStep(transaction, request.round, by.at);
    const assessment = await lockAssessment(transaction, request);
    if (assessment === null) {
      return refusal('complete', 'No question has been answered yet');
    }
    const saved = request.isOneOfSeveral
      ? await listAnswersInEffect(transaction, request, assessment)
      : await listSavedAnswers(transaction, assessment);
    const answers = givenAnswers(saved);
    const completeness = checkCompleteness(request.instrument, assessment.careSetting, answers);
    const facts = {
      isRoundOpen,
      isComplete: isReadyForAuthorisation(completeness),
      actorRoles: by.roles,
    };
    const decision = nextAssessmentState(assessment.state, { kind: 'request-authorisation' }, facts);
    if (decision.kind === 'refused') {
      return decision;
    }

    if (request.isOneOfSeveral) {
      await takeAnswersOver(transaction, request, assessment, by);
    }
    await updateRequested(transaction, assessment, { state: decision.state, ...by });
    await auditAssessment(transaction, assessment.assessmentId, 'assessment.request-authorisation', by, {
      answered: completeness.done,
    });
    return { kind: 'ok' };
  });
}
