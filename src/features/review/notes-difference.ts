import type { CriterionRating, ReviewNotes } from './review.ts';

/**
 * The criteria on which two notes differ, and whether their summaries do. A criterion that is not in the notes counts as
 * one without rating and comment.
 */
export function notesDifference(a: ReviewNotes, b: ReviewNotes): { criterionIds: string[]; summary: boolean } {
  const ids = [...new Set([...a.ratings, ...b.ratings].map(({ criterionId }) => criterionId))];
  const criterionIds = ids.filter((id) => {
    const [before, after] = [ratingOf(a, id), ratingOf(b, id)];
    return before.ratingId !== after.ratingId || before.comment !== after.comment;
  });
  return { criterionIds, summary: a.summary !== b.summary };
}

export function sameNotes(a: ReviewNotes, b: ReviewNotes): boolean {
  const { criterionIds, summary } = notesDifference(a, b);
  return criterionIds.length === 0 && !summary;
}

/** What is said about a criterion; nothing where it is not in the notes. */
export function ratingOf(notes: ReviewNotes, criterionId: string): CriterionRating {
  const found = notes.ratings.find((rating) => rating.criterionId === criterionId);
  return found ?? { criterionId, ratingId: null, comment: '' };
}
