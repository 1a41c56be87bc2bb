import type { Database } from '../../../platform/database/database.ts';
import { wholeOrganisation } from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import { insertCopies } from '../answering/answer-repository.ts';
import { type OpenAssessment, openAssessment } from '../answering/open-assessment.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { findAssessment, updateApart, updateState } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import { refusal, type StepOutcome } from '../step-outcome.ts';
import { questionsTaken, sectionsTaken } from './answers-in-effect.ts';

export interface AnswerApart extends OpenAssessment {
  readonly sectionId: string;
  /** Whether the care setting answers the section by itself from now on, or takes the answers of the organisation again. */
  readonly isApart: boolean;
}

/**
 * Lets one of several care settings answer a section by itself that is answered once for the organisation, beginning with the answers of then; or
 * gives it back to those. What it answered by itself stays in the history.
 */
export function answerApart(database: Database, request: AnswerApart, by: AssessmentActing): Promise<StepOutcome> {
  const { organisationId, round, instrument, careSetting, sectionId, isApart } = request;
  return database.transaction().execute(async (transaction): Promise<StepOutcome> => {
    const held = await holdForStep(transaction, round, by.at);
    const opening = await openAssessment(transaction, request, held, by);
    if (opening.kind === 'refused') {
      return refusal('open-round', opening.reason);
    }
    const { assessment } = opening;
    const facts = { isRoundOpen: held.isOpen, isComplete: false, actorRoles: by.roles };
    const decision = nextAssessmentState(assessment.state, { kind: 'save-answer' }, facts);
    if (decision.kind === 'refused') {
      return decision;
    }
    const { apart } = assessment;
    const taken = sectionsTaken({ instrument, apart });
    if (taken.has(sectionId) !== isApart) {
      return { kind: 'ok' };
    }

    if (isApart) {
      const once = await findAssessment(transaction, organisationId, round.id, wholeOrganisation);
      const others = [...taken].filter((id) => id !== sectionId);
      const questionIds = [...questionsTaken({ instrument, careSetting, apart: [...apart, ...others] })];
      const [from, to] = [once?.assessmentId ?? null, assessment.assessmentId];
      await insertCopies(transaction, { organisationId, from, to, questionIds }, by);
    }
    const sections = isApart ? [...apart, sectionId] : apart.filter((id) => id !== sectionId);
    await updateApart(transaction, assessment, sections);
    if (decision.state !== assessment.state) {
      await updateState(transaction, assessment, decision.state);
    }
    const action = isApart ? 'assessment.answer-apart' : 'assessment.answer-together';
    await auditAssessment(transaction, assessment.assessmentId, action, by, { section: sectionId });
    return { kind: 'ok' };
  });
}
