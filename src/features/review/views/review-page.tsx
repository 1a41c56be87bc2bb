import { paths } from '../../../paths.ts';
import { formatDate, formatTime } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { VersionTag } from '../../roadmap/index.ts';
import { durationInWords } from '../duration-in-words.ts';
import type { ReviewCase } from '../find-review-case.ts';
import { ReviewAside } from './review-aside.tsx';
import { ReviewForm } from './review-form.tsx';
import { ReviewLetterView } from './review-letter-view.tsx';
import { ReviewNotesView } from './review-notes-view.tsx';
import type { ReviewPageProps } from './review-page-props.ts';
import { TakenBack } from './taken-back.tsx';

/** One roadmap under review: criteria and evidence side by side, kept as far as they are. */
export function ReviewPage(props: ReviewPageProps) {
  const { found, errors, beside, pack, notes } = props;
  const { footprint } = found;
  return (
    <>
      <ErrorSummary errors={beside === null ? errors : [{ field: 'criteria', message: beside.message }]} />
      <h1>Review of {footprint.name}</h1>
      <WhereItStands found={found} now={props.now} />
      <div className="ldr-review">
        <ReviewAside found={found} form={isOpenTo(props) ? { pack, notes } : null} />
        <div className="ldr-review__main">
          <ReviewBody {...props} />
        </div>
      </div>
    </>
  );
}

/** Whether the person may write in the review. */
function isOpenTo({ found: { review }, mayDecide }: ReviewPageProps): boolean {
  return mayDecide && review !== null && review.decision === null;
}

function WhereItStands({ found, now }: { found: ReviewCase; now: Date }) {
  const { number, state, submittedAt, submittedBy } = found.version;
  const isOpen = state === 'submitted' || state === 'under-review';
  return (
    <p>
      Version {number} <VersionTag state={state} />
      {submittedAt !== null && (
        <>
          {' '}
          Submitted {formatDate(submittedAt)}
          {submittedBy !== null && ` by ${submittedBy}`}
          {isOpen && `; waiting for ${durationInWords(submittedAt, now)}`}.
        </>
      )}
      {found.isNewerBegun && ' A newer version is being prepared; you see it once it is submitted.'}
    </p>
  );
}

function ReviewBody(props: ReviewPageProps) {
  const { review, footprint, version, takenBack } = props.found;
  if (review === null) {
    return <NotStarted slug={footprint.slug} mayDecide={props.mayDecide} />;
  }
  if (review.decision !== null) {
    return (
      <>
        {takenBack !== null && <TakenBack takenBack={takenBack} />}
        <ReviewLetterView letter={review.decision.letter} />
        <p className="ldr-figure-note">
          Sent {formatTime(review.decision.decidedAt)} by {review.decision.decidedBy ?? 'the regional team'}.
        </p>
        {version.state === 'cleared' && props.mayDecide && (
          <p>
            <a href={paths.takeBackClearance(footprint.slug)}>Take back the clearance</a>, if something has come to
            light since. That is possible until the version is published.
          </p>
        )}
        <ReviewNotesView notes={review.notes} pack={props.pack} />
        {props.draft.keptAt !== null && (
          <>
            <h2>What you typed and did not save</h2>
            <p>Nobody else sees it. The letter was sent without it.</p>
            <ReviewNotesView notes={props.notes} pack={props.pack} />
            {props.notes.summary !== '' && (
              <>
                <h3>Opening of the letter</h3>
                <p className="ldr-as-written">{props.notes.summary}</p>
              </>
            )}
          </>
        )}
      </>
    );
  }
  return props.mayDecide ? (
    <ReviewForm {...props} review={review} />
  ) : (
    <ReviewNotesView notes={review.notes} pack={props.pack} />
  );
}

function NotStarted({ slug, mayDecide }: { slug: string; mayDecide: boolean }) {
  return mayDecide ? (
    <>
      <h2>Start the review</h2>
      <p>
        You rate the roadmap against each criterion and comment where something must change. Nothing is sent until you
        have read the letter and confirmed it.
      </p>
      <Form action={paths.startReview(slug)}>
        <SubmitButton>Start the review</SubmitButton>
      </Form>
    </>
  ) : (
    <p className="ldr-empty">Nobody has started this review yet. Ratings and comments will be here.</p>
  );
}
