import type { FieldError } from '../../../platform/forms/posted-form.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { WordsBeside } from '../drafts/words-beside.ts';
import type { ReviewCase } from '../find-review-case.ts';
import type { ReviewNotes } from '../review.ts';

/** What the reading view and its form are drawn from. */
export interface ReviewPageProps {
  readonly found: ReviewCase;
  readonly pack: Pick<ProgrammePack, 'reviewCriteria' | 'reviewRatings'>;
  readonly mayDecide: boolean;
  /** What fills the form: as stored, or as typed where it is not saved. */
  readonly notes: ReviewNotes;
  readonly errors: readonly FieldError[];
  /** Null where there is nothing to compare. */
  readonly beside: WordsBeside | null;
  readonly draft: ShownDraft;
  readonly now: Date;
}

/** What the reviewer had kept for themselves. */
export interface ShownDraft {
  /** 0 where there was nothing. */
  readonly revision: number;
  /** When; null where something else stands in the form. */
  readonly keptAt: Date | null;
}
