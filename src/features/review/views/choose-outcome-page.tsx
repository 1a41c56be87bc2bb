import { paths } from '../../../paths.ts';
import type { Finding } from '../../../platform/check-result.ts';
import { errorOf, type FieldError } from '../../../platform/forms/posted-form.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import type { Footprint } from '../../directory/index.ts';
import type { RoadmapVersionRow } from '../../roadmap/index.ts';
import { commentField, ratingField } from '../parse-review-form.ts';
import type { ReviewOutcome } from '../review.ts';
import type { ReviewDecision } from '../review-outcome.ts';

interface ChooseOutcomePageProps {
  readonly footprint: Footprint;
  readonly version: RoadmapVersionRow;
  /** One for each outcome there is. */
  readonly decisions: readonly ReviewDecision[];
  readonly errors: readonly FieldError[];
}

/** Both outcomes, each with what stands in its way. */
export function ChooseOutcomePage({ footprint, version, decisions, errors }: ChooseOutcomePageProps) {
  const error = errorOf(errors, 'outcome');
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>Outcome of the review</h1>
        <p>
          Version {version.number} of the roadmap of {footprint.name}. You read the letter before anything is sent.
        </p>
        <div id="outcome" className={error === undefined ? '' : 'nhsuk-form-group--error'}>
          {error !== undefined && (
            <p className="nhsuk-error-message">
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {error}
            </p>
          )}
          {decisions.map((decision) => (
            <Choice key={decision.outcome} decision={decision} slug={footprint.slug} />
          ))}
        </div>
        <p>
          <a href={paths.review(footprint.slug)}>Go back to the criteria</a>
        </p>
      </div>
    </div>
  );
}

const headings: Readonly<Record<ReviewOutcome, string>> = {
  cleared: 'Clear for publication',
  'changes-requested': 'Ask for changes',
};

const meanings: Readonly<Record<ReviewOutcome, string>> = {
  cleared: 'The footprint may publish this very text. Your comments go with the letter, to carry forward.',
  'changes-requested':
    'This version stays as it was read. The footprint begins a new one, changes it, and has it endorsed afresh.',
};

function Choice({ decision, slug }: { decision: ReviewDecision; slug: string }) {
  const { outcome } = decision;
  return (
    <section className="ldr-outcome">
      <h2 className="nhsuk-heading-m">{headings[outcome]}</h2>
      <p>{meanings[outcome]}</p>
      {decision.kind === 'ok' ? (
        <ButtonLink href={paths.reviewDecision(slug, outcome)} secondary={outcome !== 'cleared'}>
          Read the letter<span className="nhsuk-u-visually-hidden">: {headings[outcome].toLowerCase()}</span>
        </ButtonLink>
      ) : (
        <Blockers blockers={decision.blockers} slug={slug} />
      )}
    </section>
  );
}

/** What stands in the way of an outcome, each with the way to the field where it is mended. */
export function Blockers({ blockers, slug }: { blockers: readonly Finding[]; slug: string }) {
  return (
    <>
      <p>Not yet:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {blockers.map(({ code, subject, message }) => (
          <li key={`${code} ${subject}`}>
            <a href={`${paths.review(slug)}#${fieldOf(code, subject)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function fieldOf(code: string, criterionId: string | null): string {
  if (criterionId === null) {
    return 'criteria';
  }
  return code === 'no-comment' ? commentField(criterionId) : ratingField(criterionId);
}
