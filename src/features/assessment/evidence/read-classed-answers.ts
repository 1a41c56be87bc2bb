import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { observedQuestions, readFiguresOnQuestions } from '../../indicators/index.ts';
import { type SavedAnswer, withEvidence } from '../../scoring/index.ts';
import { readAnswers } from '../answering/read-saved-answers.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { readEvidencedQuestions } from './read-evidenced-questions.ts';

/** The answers as they stand, as `readAnswers` gives them, each with whether it is evidenced and observed, by which its class is told. */
export async function readClassedAnswers(context: AppContext, assessed: AssessedOrganisation): Promise<SavedAnswer[]> {
  const { database, pack } = context;
  const { instrument, organisation } = assessed;
  const day = today(context.clock);
  const [saved, evidenced, figures] = await Promise.all([
    readAnswers(context, assessed),
    readEvidencedQuestions(database, assessed, day),
    readFiguresOnQuestions(database, organisation.organisationId, { ...pack, instrument }, day),
  ]);
  const observed = observedQuestions(instrument, figures, saved);
  return withEvidence(saved, evidenced).map((answer) => ({ ...answer, isObserved: observed.has(answer.questionId) }));
}
