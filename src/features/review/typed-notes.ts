import type { TypedForm } from '../../platform/forms/typed-form.ts';
import type { ProgrammePack } from '../programme/index.ts';
import { commentField, ratingField } from './parse-review-form.ts';
import type { ReviewNotes } from './review.ts';

/** What was typed into a refused form, as notes to fill it again. */
export function typedNotes(typed: TypedForm, pack: Pick<ProgrammePack, 'reviewCriteria'>): ReviewNotes {
  const text = (field: string) => {
    const value = typed[field];
    return typeof value === 'string' ? value : '';
  };
  const ratings = pack.reviewCriteria.map(({ id }) => ({
    criterionId: id,
    ratingId: text(ratingField(id)) || null,
    comment: text(commentField(id)),
  }));
  return { ratings, summary: text('summary') };
}
