import { formatTime } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { draftRevisionField } from '../../private-draft/index.ts';
import { notesDifference, ratingOf } from '../notes-difference.ts';
import type { ReviewNotes } from '../review.ts';
import type { Review } from '../review-repository.ts';
import { CriterionFields } from './criterion-fields.tsx';
import type { ReviewPageProps } from './review-page-props.ts';

interface ReviewFormProps extends ReviewPageProps {
  readonly review: Review;
}

/** Ratings, comments and summary. It may be saved half done, as often as needed. */
export function ReviewForm({ pack, notes, errors, beside, review, draft }: ReviewFormProps) {
  const { reviewCriteria, reviewRatings } = pack;
  const difference = beside === null ? null : notesDifference(notes, beside.notes);
  return (
    <Form id="criteria" savesItself>
      <input type="hidden" name="revision" value={review.revision} />
      <input type="hidden" name={draftRevisionField} value={draft.revision} />
      <h2>Criteria</h2>
      {draft.keptAt !== null && <KeptNotice keptAt={draft.keptAt} />}
      <Progress notes={notes} review={review} total={reviewCriteria.length} />
      {reviewCriteria.map((criterion) => (
        <CriterionFields
          key={criterion.id}
          criterion={criterion}
          ratings={reviewRatings}
          given={ratingOf(notes, criterion.id)}
          errors={errors}
          beside={
            beside !== null && difference?.criterionIds.includes(criterion.id) === true
              ? { ...ratingOf(beside.notes, criterion.id), whose: beside.whose }
              : null
          }
        />
      ))}
      <h2>Summary</h2>
      {beside !== null && difference?.summary === true && (
        <div className="nhsuk-inset-text">
          <p>
            <span className="nhsuk-u-visually-hidden">Information: </span>
            <strong>{beside.whose}:</strong>
          </p>
          <p className="ldr-as-written">{beside.notes.summary === '' ? 'Nothing' : beside.notes.summary}</p>
        </div>
      )}
      <TextAreaField
        name="summary"
        label="Opening of the letter"
        hint="What you thought of the roadmap as a whole. Leave an empty line between paragraphs."
        rows={6}
        value={notes.summary}
        errors={errors}
      />
      <div className="nhsuk-button-group">
        <SubmitButton>Save</SubmitButton>
        <SubmitButton secondary name="next" value="decision">
          Save and go to the outcome
        </SubmitButton>
      </div>
    </Form>
  );
}

function KeptNotice({ keptAt }: { keptAt: Date }) {
  return (
    <div className="nhsuk-inset-text">
      <p>
        <span className="nhsuk-u-visually-hidden">Information: </span>
        What you typed up to {formatTime(keptAt)} is in the form. Nobody else sees it until you save it.
      </p>
      <SubmitButton secondary name="next" value="discard">
        Discard what I typed
      </SubmitButton>
    </div>
  );
}

function Progress({ notes, review, total }: { notes: ReviewNotes; review: Review; total: number }) {
  const rated = notes.ratings.filter(({ ratingId }) => ratingId !== null).length;
  return (
    <p>
      {rated} of {total} rated.{' '}
      {review.revision === 0
        ? 'Save as often as you like; nothing is sent before you confirm the letter.'
        : `Last saved ${formatTime(review.savedAt)}${review.savedBy === null ? '' : ` by ${review.savedBy}`}.`}
    </p>
  );
}
