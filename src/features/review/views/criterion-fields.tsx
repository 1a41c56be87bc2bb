import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { RadiosField, TextAreaField } from '../../../views/forms/fields.tsx';
import type { ReviewCriterion, ReviewRating } from '../../programme/index.ts';
import { commentField, ratingField } from '../parse-review-form.ts';
import type { CriterionRating } from '../review.ts';

interface CriterionFieldsProps {
  readonly criterion: ReviewCriterion;
  readonly ratings: readonly ReviewRating[];
  readonly given: CriterionRating;
  readonly errors: readonly FieldError[];
  /** What stands elsewhere for it and differs; null where nothing does. */
  readonly beside: RatingBeside | null;
}

interface RatingBeside extends CriterionRating {
  readonly whose: string;
}

/** One criterion: its question, what each rating means for it, and a comment that goes into the letter. */
export function CriterionFields({ criterion, ratings, given, errors, beside }: CriterionFieldsProps) {
  const { id, title, question, rubric, nationalFocus } = criterion;
  const choices = ratings.map((rating) => {
    const meaning = rubric[rating.id];
    return { value: rating.id, label: rating.label, ...(meaning === undefined ? {} : { hint: meaning }) };
  });
  return (
    <section className="ldr-criterion" id={`criterion-${id}`}>
      <RadiosField
        name={ratingField(id)}
        label={title}
        hint={nationalFocus ? `${question} National focus.` : question}
        legendSize="m"
        small
        choices={choices}
        value={given.ratingId}
        errors={errors}
      />
      {beside !== null && <Beside beside={beside} ratings={ratings} />}
      <TextAreaField
        name={commentField(id)}
        label={`Comment on “${title}”`}
        hint="Goes into the letter as you write it. Say what must change, or what to keep."
        rows={3}
        value={given.comment}
        errors={errors}
      />
    </section>
  );
}

function Beside({ beside, ratings }: { beside: RatingBeside; ratings: readonly ReviewRating[] }) {
  const rating = ratings.find(({ id }) => id === beside.ratingId);
  return (
    <div className="nhsuk-inset-text">
      <p>
        <span className="nhsuk-u-visually-hidden">Information: </span>
        <strong>{beside.whose}:</strong> {rating?.label ?? 'not rated'}
      </p>
      {beside.comment !== '' && <p className="ldr-as-written">{beside.comment}</p>}
    </div>
  );
}
