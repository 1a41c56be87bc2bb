import type { DraftKey, PrivateDraft } from '../../private-draft/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { sameNotes } from '../notes-difference.ts';
import type { ReviewNotes } from '../review.ts';
import { typedNotes } from '../typed-notes.ts';

/** What a reviewer has typed into a review and not saved in it yet. */
export interface ReviewDraft {
  readonly notes: ReviewNotes;
  /** Of the draft. */
  readonly revision: number;
  readonly keptAt: Date;
  /** How often the review had been saved when they began. */
  readonly reviewRevision: number;
}

/** The draft of one reviewer in one review. */
export function draftKeyOf(personId: string, reviewId: string): DraftKey {
  return { personId, form: `review:${reviewId}` };
}

export function reviewDraftOf(
  { fields, revision, keptAt }: PrivateDraft,
  pack: Pick<ProgrammePack, 'reviewCriteria'>,
): ReviewDraft {
  return { notes: typedNotes(fields, pack), revision, keptAt, reviewRevision: Number(fields.revision) || 0 };
}

/** True where the draft says something that the review does not. */
export function saysMore(draft: ReviewDraft | null, saved: ReviewNotes): draft is ReviewDraft {
  return draft !== null && !sameNotes(draft.notes, saved);
}
