import type { FieldError } from '../../../platform/forms/posted-form.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { ReviewCase } from '../find-review-case.ts';
import type { ReviewNotes } from '../review.ts';
import type { Review } from '../review-repository.ts';

/** What the reading view and its form are drawn from. */
export interface ReviewPageProps {
  readonly found: ReviewCase;
  readonly pack: Pick<ProgrammePack, 'reviewCriteria' | 'reviewRatings'>;
  readonly mayDecide: boolean;
  /** What fills the form: as stored, or as typed where it could not be saved. */
  readonly notes: ReviewNotes;
  readonly errors: readonly FieldError[];
  /** The review as another reviewer saved it after the form was opened; null where nobody did. */
  readonly theirs: Review | null;
  readonly now: Date;
}
