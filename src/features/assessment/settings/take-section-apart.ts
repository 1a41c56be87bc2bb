import type { Connection, Database } from '../../../platform/database/database.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import { type OpenAssessment, openAssessment } from '../answering/open-assessment.ts';
import type { AssessmentState } from '../assessment.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { type LockedAssessment, updateApart, updateState } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import { refusal, type StepOutcome } from '../step-outcome.ts';
import { readTakes } from './read-takes.ts';
import { goOnWithAnswers } from './take-answers-over.ts';

export interface AnswerApart extends OpenAssessment {
  readonly pack: ProgrammePack;
  readonly isOneOfSeveral: boolean;
  readonly sectionId: string;
  /** Whether the section is answered here from now on, or taken again. */
  readonly isApart: boolean;
}

/**
 * Lets an assessment answer a section by itself that it takes, be it from what is answered once for the organisation or from another of its group,
 * beginning with the answers of then, and with those of its own from before where nothing is said there; or takes it again. What it answered by itself stays in the history.
 */
export function answerApart(database: Database, request: AnswerApart, by: AssessmentActing): Promise<StepOutcome> {
  const { round } = request;
  return database.transaction().execute(async (transaction): Promise<StepOutcome> => {
    const held = await holdForStep(transaction, round, by.at);
    const opening = await openAssessment(transaction, request, held, by);
    if (opening.kind === 'refused') {
      return refusal('open-round', opening.reason);
    }
    const { assessment } = opening;
    const facts = { isRoundOpen: held.isOpen || assessment.isCorrected, isComplete: false, actorRoles: by.roles };
    const decision = nextAssessmentState(assessment.state, { kind: 'save-answer' }, facts);
    if (decision.kind === 'refused') {
      return decision;
    }
    await answerHere(transaction, request, { assessment, state: decision.state }, by);
    return { kind: 'ok' };
  });
}

interface Opened {
  readonly assessment: LockedAssessment;
  /** In which it is once an answer is saved. */
  readonly state: AssessmentState;
}

/** Neither has anything to do where it is so already. */
async function answerHere(
  transaction: Connection,
  request: AnswerApart,
  { assessment, state }: Opened,
  by: AssessmentActing,
): Promise<void> {
  const { round, sectionId, isApart } = request;
  const { apart } = assessment;
  const takes = await readTakes(transaction, { ...request, roundId: round.id }, assessment);
  const take = takes.find(({ sectionIds }) => sectionIds.includes(sectionId));
  if (isApart ? take === undefined : !apart.includes(sectionId)) {
    return;
  }
  if (take !== undefined) {
    await goOnWithAnswers(transaction, request, { ...take, sectionIds: [sectionId] }, assessment, by);
  }
  await updateApart(transaction, assessment, isApart ? [...apart, sectionId] : apart.filter((id) => id !== sectionId));
  if (state !== assessment.state) {
    await updateState(transaction, assessment, state);
  }
  const action = isApart ? 'assessment.answer-apart' : 'assessment.answer-together';
  const from = take?.giver?.organisationId;
  const detail = { section: sectionId, ...(from === undefined ? {} : { from }) };
  await auditAssessment(transaction, assessment.assessmentId, action, by, detail);
}
