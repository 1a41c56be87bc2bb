import type { AppContext } from '../../../context.ts';
import { findPrivateDraft } from '../../private-draft/index.ts';
import { draftKeyOf, type ReviewDraft, reviewDraftOf } from './review-draft.ts';

/** What a person has typed into a review and not saved in it; null where that is nothing. Asked for themselves alone. */
export async function findReviewDraft(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  personId: string,
  reviewId: string,
): Promise<ReviewDraft | null> {
  const draft = await findPrivateDraft(database, draftKeyOf(personId, reviewId));
  return draft === null ? null : reviewDraftOf(draft, pack);
}
