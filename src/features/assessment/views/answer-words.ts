import { sentenceStart } from '../../../views/format.ts';
import type { Choice } from '../../../views/forms/fields.tsx';
import { type Instrument, type Question, scaleOf } from '../../programme/index.ts';
import { type AnswerValue, levelReached, optionReached } from '../../scoring/index.ts';
import { noneMetChoice, notApplicableChoice } from '../answering/parse-section-form.ts';
import { levelInWords } from './levels/level-words.ts';

export const notApplicableLabel = 'Not applicable to us';

/** "Not applicable" as it is offered. */
export function notApplicableOffer({ notApplicableNeedsReason }: Instrument): Choice {
  const offer = { value: notApplicableChoice, label: notApplicableLabel };
  return notApplicableNeedsReason
    ? { ...offer, hint: 'Say why in the note. Without it the question stays open.' }
    : offer;
}

export const noneMetLabel = 'None of these is met';

/** An answer as a person reads it; of one by elements, the level that they reach. */
export function answerInWords(instrument: Instrument, question: Question, value: AnswerValue | null): string {
  if (value === null) {
    return 'No answer';
  }
  if (value.kind === 'not-applicable') {
    return notApplicableLabel;
  }
  return optionLabel(instrument, question, optionReached(question, value) ?? '');
}

/** What an option of a question's scale is called. */
export function optionLabel(instrument: Instrument, question: Question, option: string): string {
  return scaleOf(instrument, question).options.find(({ id }) => id === option)?.label ?? option;
}

export interface AnswerRead {
  readonly answer: string;
  /** Why it is that level; null where it is not answered by elements. */
  readonly reason: string | null;
  /** What is met, in the order of the levels. */
  readonly met: readonly string[];
}

/** An answer with all that was ticked for it. */
export function answerRead(instrument: Instrument, question: Question, value: AnswerValue | null): AnswerRead {
  const answer = answerInWords(instrument, question, value);
  if (value?.kind !== 'elements') {
    return { answer, reason: null, met: [] };
  }
  const elements = question.levels.flatMap((level) => level.elements);
  return {
    answer,
    reason: sentenceStart(
      levelInWords(levelReached(question.levels, value.met), (option) => optionLabel(instrument, question, option)),
    ),
    met: elements.filter(({ id }) => value.met.includes(id)).map(({ text }) => text),
  };
}

/** An answer as the form posts it: one value, or of a question with levels each element that is met. */
export function postedChoices(value: AnswerValue | null): readonly string[] {
  switch (value?.kind) {
    case undefined:
      return [];
    case 'option':
      return [value.optionId];
    case 'elements':
      return value.met.length === 0 ? [noneMetChoice] : value.met;
    default:
      return [notApplicableChoice];
  }
}
