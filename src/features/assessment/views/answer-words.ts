import { type Instrument, type Question, scaleOf } from '../../programme/index.ts';
import { notApplicableChoice } from '../answering/parse-section-form.ts';
import type { AnswerValue } from '../assessment.ts';

export const notApplicableLabel = 'Not applicable to us';

/** An answer as a person reads it. */
export function answerInWords(instrument: Instrument, question: Question, value: AnswerValue | null): string {
  if (value === null) {
    return 'No answer';
  }
  if (value.kind === 'not-applicable') {
    return notApplicableLabel;
  }
  const option = scaleOf(instrument, question).options.find(({ id }) => id === value.optionId);
  return option?.label ?? 'No answer';
}

/** An answer as the form posts it. */
export function postedChoice(value: AnswerValue | null): string {
  if (value === null) {
    return '';
  }
  return value.kind === 'option' ? value.optionId : notApplicableChoice;
}
