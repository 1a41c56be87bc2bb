import type { Answer, AnswerValue } from './answer.ts';

/** What a question holds at one revision. Revision 0, never stored, is the empty question. */
export interface AnswerRevision {
  readonly questionId: string;
  /** Null when only a comment has been written, or an answer taken back. */
  readonly value: AnswerValue | null;
  readonly comment: string;
  /** Id of the option that is to be reached by the next round; null where nobody says. */
  readonly desired: string | null;
  readonly revision: number;
}

/** Names one assessment; the organisation comes first in every key of a table that grows with answers. */
export interface AssessmentKey {
  readonly organisationId: string;
  readonly assessmentId: string;
}

/** Something a person did, as a page tells it. */
export interface Stamp {
  /** Null where it was not a person, as with illustrative data. */
  readonly personName: string | null;
  readonly at: Date;
}

/** The latest revision of an answer, with who saved it. */
export interface SavedAnswer extends AnswerRevision {
  readonly savedBy: Stamp;
  /** Whether it rests on evidence that counts; left out where that was not looked at. */
  readonly isEvidenced?: boolean;
  /** Whether a published figure bears it out; left out where that was not looked at. */
  readonly isObserved?: boolean;
}

/** Saved answers as scores and completeness take them: a comment alone, or an answer taken back, is no answer. */
export function givenAnswers(saved: readonly (AnswerRevision & Pick<SavedAnswer, 'isEvidenced'>)[]): readonly Answer[] {
  return saved.flatMap(({ questionId, value, comment, isEvidenced = false }) =>
    value === null ? [] : [{ questionId, value, comment, isEvidenced }],
  );
}

/** Marks the answers to these questions as evidenced, and no other. */
export function withEvidence<Given extends { readonly questionId: string }>(
  answers: readonly Given[],
  evidenced: ReadonlySet<string> | undefined,
): (Given & { readonly isEvidenced: boolean })[] {
  return answers.map((answer) => ({ ...answer, isEvidenced: evidenced?.has(answer.questionId) ?? false }));
}
