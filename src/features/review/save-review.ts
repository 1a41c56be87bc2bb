import type { AppContext } from '../../context.ts';
import type { Connection } from '../../platform/database/database.ts';
import { decideSave, type SaveDecision } from '../../platform/decide-save.ts';
import type { Acting } from '../identity/index.ts';
import { deletePrivateDraft, lockPrivateDraft } from '../private-draft/index.ts';
import { lockVersion } from '../roadmap/index.ts';
import { draftKeyOf, type ReviewDraft, reviewDraftOf } from './drafts/review-draft.ts';
import { sameNotes } from './notes-difference.ts';
import type { ReviewForm } from './parse-review-form.ts';
import type { ReviewNotes } from './review.ts';
import { auditReview } from './review-audit.ts';
import { lockReview, type Review, updateNotes } from './review-repository.ts';

export type SaveReviewOutcome =
  | SaveDecision<Review>
  /** Nothing was written: the same reviewer has typed this in another window since the page was made, and saw it on none. */
  | { readonly kind: 'other-window'; readonly kept: ReviewDraft }
  /** The review is not open; nothing was written. */
  | { readonly kind: 'closed'; readonly reason: string };

/**
 * Keeps ratings, comments and summary as far as they are, in place of what the reviewer had kept for themselves. Every save stands in the
 * audit trail with all it said.
 */
export function saveReview(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
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
    if (decision.kind === 'conflict') {
      return decision;
    }
    const unseen = await forgetDraft(transaction, pack, review, { by, draftRevision, notes });
    if (unseen !== null && decision.kind === 'saved') {
      return { kind: 'other-window', kept: unseen };
    }
    if (decision.kind === 'unchanged') {
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

interface SavedByReviewer extends Pick<ReviewForm, 'draftRevision'> {
  readonly by: Acting;
  readonly notes: ReviewNotes;
}

/**
 * Forgets what the reviewer had kept for themselves, unless it came from another window of theirs and says what they have not had before
 * them in this one: that stays, and is the answer.
 */
async function forgetDraft(
  transaction: Connection,
  pack: AppContext['pack'],
  { reviewId, notes: saved }: Review,
  { by, draftRevision, notes }: SavedByReviewer,
): Promise<ReviewDraft | null> {
  const key = by.personId === null ? null : draftKeyOf(by.personId, reviewId);
  const draft = key === null ? null : await lockPrivateDraft(transaction, key);
  if (key === null || draft === null) {
    return null;
  }
  const kept = reviewDraftOf(draft, pack);
  const isSeen = kept.revision === draftRevision || [notes, saved].some((seen) => sameNotes(seen, kept.notes));
  if (!isSeen) {
    return kept;
  }
  await deletePrivateDraft(transaction, key, kept.revision);
  return null;
}

export const notStarted = 'Nobody has started the review of this version yet';
export const alreadySettled = 'The review of this version is settled and its letter has been sent';
