import { type Instrument, type Question, scaleOf } from '../programme/index.ts';
import { cannotSay } from './spread.ts';

/** What a colleague can choose who finds that the question does not apply; as in the assessment. */
const notApplicable = 'not-applicable';

/** What can be chosen for a question, as a ballot words it. */
export interface PollChoice {
  readonly value: string;
  readonly label: string;
  /** What it looks like; empty where the questionnaire does not say. */
  readonly hint: string;
}

/** Everything that can be chosen for a question: its options or levels, lowest first as the questionnaire has them, and no opinion. */
export function pollChoices(instrument: Instrument, question: Question): PollChoice[] {
  const options = scaleOf(instrument, question).options.map(({ id, label }) => ({
    value: id,
    label,
    hint: hintOf(question, id),
  }));
  const other = question.notApplicable ? [{ value: notApplicable, label: 'Not applicable to us', hint: '' }] : [];
  return [...options, ...other, { value: cannotSay, label: 'I cannot say', hint: '' }];
}

function hintOf({ levels }: Question, option: string): string {
  const level = levels.find((each) => each.option === option);
  if (level === undefined) {
    return '';
  }
  const needs = level.elements.map(({ text }) => text.replace(/\.$/, '')).join('; ');
  return needs === '' ? level.looksLike : `${level.looksLike} It needs: ${needs}.`;
}
