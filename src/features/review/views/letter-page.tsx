import { paths } from '../../../paths.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { Footprint } from '../../directory/index.ts';
import type { ReviewOutcome } from '../review.ts';
import type { ReviewDecision } from '../review-outcome.ts';
import { Blockers } from './choose-outcome-page.tsx';
import { ReviewLetterView } from './review-letter-view.tsx';

interface LetterPageProps {
  readonly footprint: Footprint;
  readonly decision: ReviewDecision;
  readonly revision: number;
  /** True where the notes were saved again after the letter had been read, so that it was not sent. */
  readonly isChanged: boolean;
}

const headings: Readonly<Record<ReviewOutcome, string>> = {
  cleared: 'Clear this roadmap?',
  'changes-requested': 'Ask for these changes?',
};

const buttons: Readonly<Record<ReviewOutcome, string>> = {
  cleared: 'Clear for publication',
  'changes-requested': 'Ask for changes',
};

const changedMessage =
  'The ratings or comments were saved again after you opened this page, so nothing was sent. This is the letter as it stands now';

/** The letter to be sent, word for word, and the step that sends it. */
export function LetterPage({ footprint, decision, revision, isChanged }: LetterPageProps) {
  const { outcome } = decision;
  const { slug, name } = footprint;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={isChanged ? [{ field: 'letter', message: changedMessage }] : []} />
        <h1>{headings[outcome]}</h1>
        <p>
          {name} receives this letter as it stands here, and keeps it. Once sent, it cannot be taken back.{' '}
          <a href={paths.review(slug)}>Change your comments before you send it</a>.
        </p>
        <div id="letter">
          {decision.kind === 'ok' ? (
            <>
              <ReviewLetterView letter={decision.letter} />
              <Form action={paths.reviewDecision(slug)}>
                <input type="hidden" name="outcome" value={outcome} />
                <input type="hidden" name="revision" value={revision} />
                <SubmitButton>{buttons[outcome]}</SubmitButton>
              </Form>
            </>
          ) : (
            <Blockers blockers={decision.blockers} slug={slug} />
          )}
        </div>
        <p>
          <a href={paths.reviewDecision(slug)}>Choose another outcome</a>
        </p>
      </div>
    </div>
  );
}
