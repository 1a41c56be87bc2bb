import { type Finding, finding } from '../../platform/check-result.ts';
import type { ProgrammePack, ReviewCriterion, ReviewRating } from '../programme/index.ts';
import { type LetterFacts, type RatedCriterion, writeLetter } from './letters/review-letter.ts';
import type { CriterionRating, ReviewLetter, ReviewNotes, ReviewOutcome } from './review.ts';

type ReviewPack = Pick<ProgrammePack, 'reviewCriteria' | 'reviewRatings'>;

export type ReviewDecision =
  | { readonly kind: 'ok'; readonly outcome: ReviewOutcome; readonly letter: ReviewLetter }
  | { readonly kind: 'refused'; readonly outcome: ReviewOutcome; readonly blockers: readonly Finding[] };

/**
 * The outcome of a review with its letter, or what stands in its way. Clearance waits until every criterion has a rating
 * and none has one that blocks. A request for changes needs at least one comment on a criterion: a footprint that is not
 * told what to change cannot change it. A rating the programme no longer has counts as none.
 */
export function decideReview(
  pack: ReviewPack,
  notes: ReviewNotes,
  outcome: ReviewOutcome,
  facts: LetterFacts,
): ReviewDecision {
  const rated = pack.reviewCriteria.map((criterion) => rateCriterion(criterion, pack.reviewRatings, notes.ratings));
  const blockers = outcome === 'cleared' ? clearanceBlockers(rated) : requestBlockers(rated);
  if (blockers.length > 0) {
    return { kind: 'refused', outcome, blockers };
  }
  return { kind: 'ok', outcome, letter: writeLetter(outcome, rated, notes.summary, facts) };
}

function rateCriterion(
  criterion: ReviewCriterion,
  known: readonly ReviewRating[],
  ratings: readonly CriterionRating[],
): RatedCriterion {
  const given = ratings.find(({ criterionId }) => criterionId === criterion.id);
  const rating = known.find(({ id }) => id === given?.ratingId) ?? null;
  return { criterion, rating, comment: given?.comment.trim() ?? '' };
}

function clearanceBlockers(rated: readonly RatedCriterion[]): Finding[] {
  return rated.flatMap(({ criterion, rating }) => {
    if (rating === null) {
      return finding('criterion-unrated', criterion.id, `Rate “${criterion.title}” before clearing`);
    }
    if (!rating.blocksClearance) {
      return [];
    }
    const message = `“${criterion.title}” is rated “${rating.label}”, which does not allow clearance`;
    return finding('rating-blocks', criterion.id, message);
  });
}

function requestBlockers(rated: readonly RatedCriterion[]): Finding[] {
  if (rated.some(({ comment }) => comment !== '')) {
    return [];
  }
  const message = 'Comment on at least one criterion, so that the footprint knows what to change';
  return [finding('no-comment', null, message)];
}
