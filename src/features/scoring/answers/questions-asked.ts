import { type Instrument, type Question, questionsFor } from '../../programme/index.ts';
import { optionReached } from '../option-reached.ts';
import type { Answer } from './answer.ts';
import { answersById } from './answer-problems.ts';

/**
 * The questions that are asked of an organisation which answered so, by id, in the instrument's order: those put to its care setting,
 * without the ones that hang on an answer it has not given. What is not asked has no answer that counts, so what hangs on that is not
 * asked either.
 */
export function questionsAsked(
  instrument: Instrument,
  careSetting: string,
  answers: readonly Answer[],
): ReadonlyMap<string, Question> {
  const put = questionsFor(instrument, careSetting);
  const unasked = unaskedOf(put)(answersById(answers));
  return new Map(put.flatMap((question) => (unasked.has(question.id) ? [] : [[question.id, question] as const])));
}

/**
 * Of the questions put to a care setting, in order, the ids of those that are not asked by these answers. Once through what hangs on
 * anything tells all, since no question of a sound pack hangs on a later one.
 */
export function unaskedOf(
  put: readonly Question[],
): (given: ReadonlyMap<string, Pick<Answer, 'value'>>) => ReadonlySet<string> {
  const questions = new Map(put.map((question) => [question.id, question]));
  const hanging = put.flatMap(({ id, when }) =>
    when === null ? [] : [{ id, source: questions.get(when.question), is: new Set(when.is) }],
  );
  return (given) => {
    const unasked = new Set<string>();
    for (const { id, source, is } of hanging) {
      const value = source === undefined || unasked.has(source.id) ? undefined : given.get(source.id)?.value;
      const option = source === undefined ? null : optionReached(source, value);
      if (option === null || !is.has(option)) {
        unasked.add(id);
      }
    }
    return unasked;
  };
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
