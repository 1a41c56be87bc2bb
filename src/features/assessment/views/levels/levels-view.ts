import type { Choice } from '../../../../views/forms/fields.tsx';
import type { Instrument, Level, Question } from '../../../programme/index.ts';
import type { AnswerValue } from '../../../scoring/index.ts';
import { noneMetChoice } from '../../answering/parse-section-form.ts';
import { answerRead, noneMetLabel, notApplicableOffer, optionLabel } from '../answer-words.ts';

export interface LevelView {
  /** The option of the scale that it stands for. */
  readonly option: string;
  readonly label: string;
  readonly looksLike: string;
  readonly elements: readonly Choice[];
}

/** The levels of a question as they are put to whoever answers. */
export interface LevelsView {
  /** Lowest first. */
  readonly levels: readonly LevelView[];
  /** What is ticked in place of any element. */
  readonly alone: readonly Choice[];
  /** The level as it is saved, in words. */
  readonly saved: string;
  /** By which the page finds that, when it changes. */
  readonly shownAs: string;
}

/** `asThen` marks what was ticked in an earlier round. */
export function levelsView(
  instrument: Instrument,
  question: Question,
  saved: AnswerValue | null,
  asThen: (choice: Choice) => Choice,
): LevelsView {
  const alone = [
    { value: noneMetChoice, label: noneMetLabel, divider: 'or', isAlone: true },
    ...(question.notApplicable ? [{ ...notApplicableOffer(instrument), isAlone: true }] : []),
  ];
  return {
    levels: question.levels.map((level) => levelView(instrument, question, level, asThen)),
    alone: alone.map(asThen),
    saved: savedInWords(instrument, question, saved),
    shownAs: `level-${question.id}`,
  };
}

function levelView(
  instrument: Instrument,
  question: Question,
  { option, looksLike, elements }: Level,
  asThen: (choice: Choice) => Choice,
): LevelView {
  const label = optionLabel(instrument, question, option);
  return { option, label, looksLike, elements: elements.map(({ id, text }) => asThen({ value: id, label: text })) };
}

function savedInWords(instrument: Instrument, question: Question, saved: AnswerValue | null): string {
  const { answer, reason } = answerRead(instrument, question, saved);
  return reason === null ? answer : `${answer}. ${reason}`;
}
