import { type Instrument, type Question, questionsFor, scaleOf } from '../../../programme/index.ts';
import type { Answer, AnswerValue } from '../../../scoring/index.ts';
import { notApplicableChoice } from '../../answering/parse-section-form.ts';

/** Which answers are made up for the questions that none is chosen for. */
export const fills = ['lowest', 'highest', 'alternating', 'none'] as const;

export type Fill = (typeof fills)[number];

/** What can be chosen for a question: options of its scale, or what takes it out. Of one with levels an option stands for its level. */
export function choicesFor(instrument: Instrument, question: Question): readonly string[] {
  const options = scaleOf(instrument, question).options.map(({ id }) => id);
  return question.notApplicable ? [...options, notApplicableChoice] : options;
}

/**
 * Answers to every question that is put to a care setting: those that are chosen, and for the others the lowest, the highest or both in turn,
 * or none. What is chosen and cannot be chosen is left alone.
 *
 * @param chosen by question, as `choicesFor` lists them
 */
export function madeUpAnswers(
  instrument: Instrument,
  careSetting: string,
  fill: Fill,
  chosen: Readonly<Record<string, string>> = {},
): Answer[] {
  return questionsFor(instrument, careSetting).flatMap((question, index): Answer[] => {
    const picked = chosen[question.id] ?? '';
    const choice = choicesFor(instrument, question).includes(picked)
      ? picked
      : filledIn(scaleOf(instrument, question).options, fill, index);
    return choice === null ? [] : [{ questionId: question.id, value: answerBy(question, choice), comment: '' }];
  });
}

function filledIn(options: readonly { readonly id: string }[], fill: Fill, index: number): string | null {
  const [lowest, highest] = [options[0]?.id ?? null, options.at(-1)?.id ?? null];
  switch (fill) {
    case 'lowest':
      return lowest;
    case 'highest':
      return highest;
    case 'alternating':
      return index % 2 === 0 ? lowest : highest;
    case 'none':
      return null;
  }
}

function answerBy({ levels }: Question, choice: string): AnswerValue {
  if (choice === notApplicableChoice) {
    return { kind: 'not-applicable' };
  }
  if (levels.length === 0) {
    return { kind: 'option', optionId: choice };
  }
  const upTo = levels.findIndex(({ option }) => option === choice) + 1;
  return { kind: 'elements', met: levels.slice(0, upTo).flatMap(({ elements }) => elements.map(({ id }) => id)) };
}
