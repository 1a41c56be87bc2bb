import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { type SavedAnswer, withEvidence } from '../../scoring/index.ts';
import { readAnswers } from '../answering/read-saved-answers.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { readEvidencedQuestions } from './read-evidenced-questions.ts';

/** The answers as they stand, as `readAnswers` gives them, each with whether it is evidenced, by which its class is told. */
export async function readClassedAnswers(context: AppContext, assessed: AssessedOrganisation): Promise<SavedAnswer[]> {
  const [saved, evidenced] = await Promise.all([
    readAnswers(context, assessed),
    readEvidencedQuestions(context.database, assessed, today(context.clock)),
  ]);
  return withEvidence(saved, evidenced);
}
