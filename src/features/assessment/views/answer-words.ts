import { type Instrument, type Question, scaleOf } from '../../programme/index.ts';
import { notApplicableChoice } from '../answering/parse-section-form.ts';
import type { AnswerValue } from '../assessment.ts';
import { levelReached } from '../scoring/level-reached.ts';

export const notApplicableLabel = 'Not applicable to us';

/** An answer as a person reads it; of one by elements, the level that they reach. */
export function answerInWords(instrument: Instrument, question: Question, value: AnswerValue | null): string {
  if (value === null) {
    return 'No answer';
  }
  if (value.kind === 'not-applicable') {
    return notApplicableLabel;
  }
  const reached = value.kind === 'elements' ? levelReached(question.levels, value.met).option : value.optionId;
  const option = scaleOf(instrument, question).options.find(({ id }) => id === reached);
  return option?.label ?? 'No answer';
}

/** An answer as the form posts it. */
export function postedChoice(value: AnswerValue | null): string {
  if (value === null) {
    return '';
  }
  return value.kind === 'option' ? value.optionId : notApplicableChoice;
}
