import type { AppContext } from '../../../context.ts';
import { questionsFor } from '../../programme/index.ts';
import { readAnswers } from '../answering/read-saved-answers.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { answerInWords } from '../views/answer-words.ts';

/** What has been answered by now, in words, by question; what is not answered is left out. */
export async function readAnswersInWords(
  context: AppContext,
  assessed: AssessedOrganisation,
): Promise<ReadonlyMap<string, string>> {
  const { instrument, careSetting } = assessed;
  const saved = new Map((await readAnswers(context, assessed)).map((each) => [each.questionId, each.value]));
  return new Map(
    questionsFor(instrument, careSetting).flatMap((question) => {
      const value = saved.get(question.id) ?? null;
      return value === null ? [] : [[question.id, answerInWords(instrument, question, value)] as const];
    }),
  );
}
