import type { Answer } from '../scoring/index.ts';
import type { AnswerRevision } from './answering/plan-save.ts';
import type { AssessmentState } from './assessment.ts';

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

/** What an assessment answers: the version with which it was opened. */
export interface AnsweredVersion {
  readonly id: string;
  readonly version: string;
  /** Of what is kept under that version; null where nothing is. */
  readonly digest: string | null;
}

/** An assessment as it stands. One that nobody has opened yet is not stored: it has no row, and this is null. */
export interface StoredAssessment extends AssessmentKey {
  readonly roundId: string;
  readonly answers: AnsweredVersion;
  readonly careSetting: string;
  readonly state: AssessmentState;
  readonly illustrative: boolean;
  /** Sections that it answers by itself, though others are answered once for the organisation, or by another of its group. */
  readonly apart: readonly string[];
  readonly authorisationRequest: Stamp | null;
  readonly lastReturn: (Stamp & { readonly reason: string }) | null;
  readonly submission: Stamp | null;
  /** The day on which a board approved it; null where it was not asked, or not said. */
  readonly boardApprovedOn: string | null;
  /** Whose answers it was last sent to be signed with, and in which sections; null where all of them were its own organisation's. */
  readonly taken: { readonly giverId: string; readonly sectionIds: readonly string[] } | null;
}

/** The latest revision of an answer, with who saved it. */
export interface SavedAnswer extends AnswerRevision {
  readonly savedBy: Stamp;
  /** Whether it rests on evidence that counts; left out where that was not looked at. */
  readonly isEvidenced?: boolean;
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
