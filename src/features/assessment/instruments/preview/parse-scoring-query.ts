import { type PostedForm, textOf } from '../../../../platform/forms/posted-form.ts';
import { type Fill, fills } from './made-up-answers.ts';

/** What somebody tries the scoring of a version with. */
export interface ScoringQuery {
  readonly fill: Fill;
  /** By question; what is not chosen is left out. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** What the choice for a question is called in the address. */
export function choiceField(questionId: string): string {
  return `answer-${questionId}`;
}

/** Reads an address; what it says of anything else is left alone. */
export function parseScoringQuery(query: PostedForm, questionIds: readonly string[]): ScoringQuery {
  const fill = fills.find((each) => each === textOf(query, 'fill')) ?? 'alternating';
  const chosen = questionIds
    .map((id) => [id, textOf(query, choiceField(id))] as const)
    .filter(([, choice]) => choice !== '');
  return { fill, chosen: Object.fromEntries(chosen) };
}
