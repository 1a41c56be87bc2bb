import { type FormOutcome, readForm } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import { draftRevisionOf } from '../private-draft/index.ts';
import type { ProgrammePack } from '../programme/index.ts';
import { type ReviewNotes, type ReviewOutcome, reviewOutcomes } from './review.ts';

export interface ReviewForm extends ReviewNotes {
  readonly revision: number;
  /** Of the reviewer's own draft that the form was made from; 0 where there was none. */
  readonly draftRevision: number;
}

export const ratingField = (criterionId: string) => `rating-${criterionId}`;
export const commentField = (criterionId: string) => `comment-${criterionId}`;

/**
 * Reads a review in progress: `rating-{criterion}`, `comment-{criterion}`, `summary` and `revision`. It may be saved half
 * done; what an outcome needs is asked by `decideReview`.
 */
export function parseReviewForm(
  form: PostedForm,
  pack: Pick<ProgrammePack, 'reviewCriteria' | 'reviewRatings'>,
): FormOutcome<ReviewForm> {
  const reader = readForm(form);
  const offered = pack.reviewRatings.map(({ id }) => id);
  const ratings = pack.reviewCriteria.map(({ id, title }) => ({
    criterionId: id,
    ratingId: reader.choice(ratingField(id), offered, `Select a rating for ${title}`),
    comment: reader.text(commentField(id), { label: `The comment on ${title}`, limit: 5_000 }),
  }));
  const summary = reader.text('summary', { label: 'The summary', limit: 10_000 });
  return reader.outcome({
    ratings,
    summary,
    revision: reader.revision(),
    draftRevision: draftRevisionOf(form),
  });
}

export interface ReviewDecisionForm {
  readonly outcome: ReviewOutcome;
  readonly revision: number;
}

/** Reads the decision on a review: `outcome`, and the `revision` of the notes the reviewer had before them. */
export function parseReviewDecisionForm(form: PostedForm): FormOutcome<ReviewDecisionForm> {
  const reader = readForm(form);
  const outcome = reader.requiredChoice(
    'outcome',
    reviewOutcomes,
    'Select whether to clear the roadmap or ask for changes',
  );
  return reader.outcome({ outcome, revision: reader.revision() });
}
