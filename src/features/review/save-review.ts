import type { AppContext } from '../../context.ts';
import { decideSave, type SaveDecision } from '../../platform/decide-save.ts';
import type { Acting } from '../identity/index.ts';
import { deletePrivateDraft } from '../private-draft/index.ts';
import { lockVersion } from '../roadmap/index.ts';
import { draftKeyOf } from './drafts/review-draft.ts';
import { sameNotes } from './notes-difference.ts';
import type { ReviewForm } from './parse-review-form.ts';
import type { ReviewNotes } from './review.ts';
import { auditReview } from './review-audit.ts';
import { lockReview, type Review, updateNotes } from './review-repository.ts';

export type SaveReviewOutcome =
  | SaveDecision<Review>
  /** The review is not open; nothing was written. */
  | { readonly kind: 'closed'; readonly reason: string };

/**
 * Keeps ratings, comments and summary as far as they are, in place of what the reviewer had kept for themselves. Every save stands in the
 * audit trail with all it said.
 */
export function saveReview(
  { database }: Pick<AppContext, 'database'>,
  versionId: string,
  { revision: readRevision, draftRevision, ...notes }: ReviewForm,
  by: Acting,
): Promise<SaveReviewOutcome> {
  return database.transaction().execute(async (transaction): Promise<SaveReviewOutcome> => {
    const version = await lockVersion(transaction, versionId);
    const review = await lockReview(transaction, versionId);
    if (review === null || review.decision !== null) {
      return { kind: 'closed', reason: review === null ? notStarted : alreadySettled };
    }
    const stored = { ...review, content: review.notes };
    const decision = decideSave({ typed: { revision: readRevision, content: notes }, stored }, sameNotes);
    if (decision.kind !== 'conflict' && by.personId !== null) {
      await deletePrivateDraft(transaction, draftKeyOf(by.personId, review.reviewId), draftRevision);
    }
    if (decision.kind !== 'saved') {
      return decision;
    }
    const { revision } = decision;
    const kept: ReviewNotes = { ratings: notes.ratings, summary: notes.summary };
    const { reviewId } = review;
    await updateNotes(transaction, { reviewId, notes: kept, revision, savedAt: by.at, savedBy: by.personId });
    await auditReview(transaction, version, 'review.save', by, { revision, ...kept });
    return decision;
  });
}

export const notStarted = 'Nobody has started the review of this version yet';
export const alreadySettled = 'The review of this version is settled and its letter has been sent';
