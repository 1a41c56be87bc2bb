import { type Instrument, type Question, questionsFor } from '../../programme/index.ts';
import type { Answer, AnswerValue } from '../assessment.ts';
import { optionReached } from '../scoring/option-reached.ts';

/**
 * The questions that are asked of an organisation which answered so, by id, in the instrument's order: those put to its care setting,
 * without the ones that hang on an answer it has not given. What is not asked has no answer that counts, so what hangs on that is not
 * asked either. Once through tells all, since no question of a sound pack hangs on a later one.
 */
export function questionsAsked(
  instrument: Instrument,
  careSetting: string,
  answers: readonly Answer[],
): ReadonlyMap<string, Question> {
  const given = new Map(answers.map(({ questionId, value }) => [questionId, value]));
  const asked = new Map<string, Question>();
  for (const question of questionsFor(instrument, careSetting)) {
    if (isMet(question, asked, given)) {
      asked.set(question.id, question);
    }
  }
  return asked;
}

function isMet(
  { when }: Question,
  asked: ReadonlyMap<string, Question>,
  given: ReadonlyMap<string, AnswerValue>,
): boolean {
  if (when === null) {
    return true;
  }
  const source = asked.get(when.question);
  const option = source === undefined ? null : optionReached(source, given.get(source.id));
  return option !== null && when.is.includes(option);
}

/** The answers that count: what was answered before its question was asked no more is kept, and is not among them. */
export function answersThatCount(
  instrument: Instrument,
  careSetting: string,
  answers: readonly Answer[],
): readonly Answer[] {
  const asked = questionsAsked(instrument, careSetting, answers);
  return answers.filter(({ questionId }) => asked.has(questionId));
}
