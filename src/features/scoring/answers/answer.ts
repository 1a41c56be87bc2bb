/**
 * What is said to a question: one of its scale's options; of a question with levels, which of their elements are met; or "not
 * applicable" where the question allows it.
 */
export type AnswerValue =
  | { readonly kind: 'option'; readonly optionId: string }
  /** Ids in the order of the levels. None at all is an answer: nothing is met, and the first level stands. */
  | { readonly kind: 'elements'; readonly met: readonly string[] }
  | { readonly kind: 'not-applicable' };

/** One organisation's answer to one question. A question without an answer has no `Answer`; unanswered is never zero. */
export interface Answer {
  readonly questionId: string;
  readonly value: AnswerValue;
  /** Free text kept with the answer; empty when nothing was said. No score uses it. */
  readonly comment: string;
  /** Whether it rests on evidence that counts on the day; left out where that is not looked at. No score uses it. */
  readonly isEvidenced?: boolean;
}
