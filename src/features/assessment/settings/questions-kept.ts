import type { AnswerRevision } from '../../scoring/index.ts';

/** Whether a question has an answer, or a note or a desired level beside none; what was taken back says nothing. */
export function saysAnything({ value, comment, desired }: AnswerRevision): boolean {
  return value !== null || comment !== '' || desired !== null;
}

/**
 * Ids of the questions of which what another organisation said becomes the own: all that it answered, and what it said beside no answer where
 * nothing of the own would be lost for it.
 */
export function questionsKept(given: readonly AnswerRevision[], own: readonly AnswerRevision[]): string[] {
  const said = new Set(own.filter(saysAnything).map(({ questionId }) => questionId));
  return given
    .filter((each) => saysAnything(each) && (each.value !== null || !said.has(each.questionId)))
    .map(({ questionId }) => questionId);
}
