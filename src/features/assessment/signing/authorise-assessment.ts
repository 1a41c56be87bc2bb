import type { Database } from '../../../platform/database/database.ts';
import type { Instrument, Round } from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import { listSavedAnswers } from '../answering/answer-repository.ts';
import { checkCompleteness, isReadyForAuthorisation } from '../answering/completeness.ts';
import { answersThatCount } from '../answering/questions-asked.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { type AssessmentOf, lockAssessment, updateSubmitted } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import { desiredThatCount, levelGaps } from '../gaps/level-gaps.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { insertScore } from '../scoring/score-repository.ts';
import { refusal, type StepOutcome } from '../step-outcome.ts';
import { givenAnswers } from '../stored-assessment.ts';

export interface AuthoriseAssessment extends AssessmentOf {
  /** As the page knew it. */
  readonly round: Round;
  readonly instrument: Instrument;
  readonly declarationAccepted: boolean;
  /** The day on which a board approved it; null where it is not said. */
  readonly boardApprovedOn: string | null;
  /** When authorisation was asked for, as the page that was read said; another time means other answers may stand now. */
  readonly requestedAt: string;
}

export type AuthoriseOutcome = StepOutcome | { readonly kind: 'not-what-was-read' };

/**
 * Submits an assessment under the declaration of its instrument: who may by its instrument signs, the answers are scored and the scores
 * stored, all in one transaction; the answers that count, to every element that is met,
 * and what is desired by the next round, stand in the audit trail beside them. Answers are locked while an assessment waits, so what was read is what is signed unless
 * it was returned and asked for again meanwhile; that is refused.
 */
export function authoriseAssessment(
  database: Database,
  request: AuthoriseAssessment,
  by: AssessmentActing,
): Promise<AuthoriseOutcome> {
  const { instrument } = request;
  return database.transaction().execute(async (transaction): Promise<AuthoriseOutcome> => {
    const { isOpen: isRoundOpen } = await holdForStep(transaction, request.round, by.at);
    const assessment = await lockAssessment(transaction, request);
    if (assessment === null) {
      return refusal('not-from-this-state', 'This assessment has not been started');
    }
    const saved = await listSavedAnswers(transaction, assessment);
    const given = givenAnswers(saved);
    const answers = answersThatCount(instrument, assessment.careSetting, given);
    const isComplete = isReadyForAuthorisation(checkCompleteness(instrument, assessment.careSetting, answers));
    const decision = nextAssessmentState(
      assessment.state,
      {
        kind: 'authorise-and-submit',
        declarationAccepted: request.declarationAccepted,
        signedBy: instrument.signing.roles,
      },
      { isRoundOpen, isComplete, actorRoles: by.roles },
    );
    if (decision.kind === 'refused') {
      return decision;
    }
    if (assessment.authorisationRequestedAt?.toISOString() !== request.requestedAt) {
      return { kind: 'not-what-was-read' };
    }

    const score = scoreAssessment(instrument, assessment.careSetting, answers);
    const { declaration } = instrument;
    const { boardApprovedOn } = request;
    await insertScore(transaction, assessment, score, by.at);
    await updateSubmitted(transaction, assessment, { state: decision.state, declaration, boardApprovedOn, ...by });
    await auditAssessment(transaction, assessment.assessmentId, 'assessment.authorise', by, {
      declaration,
      boardApprovedOn,
      score,
      answers: Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value])),
      ...(instrument.asksDesiredLevels
        ? { desired: desiredThatCount(levelGaps(instrument, assessment.careSetting, saved)) }
        : {}),
    });
    return { kind: 'ok' };
  });
}
