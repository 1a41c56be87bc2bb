import { paths } from '../../../paths.ts';
import type { Finding } from '../../../platform/check-result.ts';
import { Details } from '../../../views/details.tsx';
import { countOf, formatDate } from '../../../views/format.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { differenceInWords } from '../../register/index.ts';
import type { PreviousReview, ReviewCase } from '../find-review-case.ts';
import { ratingOf } from '../notes-difference.ts';
import { ratingField } from '../parse-review-form.ts';
import { type LetterPoint, type ReviewNotes, reviewOutcomeLabels } from '../review.ts';
import { LetterPoints } from './review-letter-view.tsx';

interface ReviewAsideProps {
  readonly found: ReviewCase;
  /** The form that is on the page, to move about in; null where there is none. */
  readonly form: CriteriaListProps | null;
}

/** What lies beside the criteria: the roadmap itself, what the service noticed, and what became of the last review. */
export function ReviewAside({ found, form }: ReviewAsideProps) {
  const { footprint, version, findings, previous, membersSince } = found;
  return (
    <aside className="ldr-review__aside" aria-label="Beside the criteria">
      <h2 className="nhsuk-heading-s">The roadmap</h2>
      <p>
        <a href={paths.readVersion(footprint.slug, version.number)}>Read version {version.number} as a whole</a>, the
        parts for assurance included.
      </p>
      {membersSince !== null && (
        <>
          <h2 className="nhsuk-heading-s">Members since then</h2>
          <p>
            The members are others now than those that endorsed this version: {differenceInWords(membersSince)}. It
            stands as it was endorsed. Ask for changes if it should be agreed anew.
          </p>
        </>
      )}
      <h2 className="nhsuk-heading-s">What the service noticed</h2>
      <Findings findings={[...findings.blockers, ...findings.warnings]} />
      {previous !== null && <Previous previous={previous} slug={footprint.slug} number={version.number} />}
      {form !== null && <CriteriaList {...form} />}
    </aside>
  );
}

interface CriteriaListProps {
  readonly pack: Pick<ProgrammePack, 'reviewCriteria' | 'reviewRatings'>;
  readonly notes: ReviewNotes;
}

/** Every criterion with its rating so far, as the way to its place in the form. */
function CriteriaList({ pack, notes }: CriteriaListProps) {
  const labelOf = (ratingId: string | null) => pack.reviewRatings.find(({ id }) => id === ratingId)?.label;
  return (
    <>
      <h2 className="nhsuk-heading-s">Your ratings</h2>
      <ul className="nhsuk-list nhsuk-body-s">
        {pack.reviewCriteria.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${ratingField(id)}`}>{title}</a>: {labelOf(ratingOf(notes, id).ratingId) ?? 'not rated'}
          </li>
        ))}
      </ul>
    </>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) {
    return <p>Nothing: none of the checks that are made when a version is frozen or submitted found anything.</p>;
  }
  return (
    <ul className="nhsuk-list nhsuk-list--bullet nhsuk-body-s">
      {findings.map(({ code, subject, message }) => (
        <li key={`${code} ${subject}`}>{message}</li>
      ))}
    </ul>
  );
}

function Previous({ previous, slug, number }: { previous: PreviousReview; slug: string; number: number }) {
  const { version, settled, changed } = previous;
  const asked = mustChange(previous);
  return (
    <>
      <h2 className="nhsuk-heading-s">Since version {version.number}</h2>
      <p>
        {reviewOutcomeLabels[settled.outcome]} on {formatDate(settled.decidedAt)}.
      </p>
      {asked.length > 0 && (
        <Details summary={`What had to change: ${countOf(asked.length, 'point')}`}>
          <LetterPoints points={asked} />
        </Details>
      )}
      {changed.length === 0 ? (
        <p>No section differs from the one reviewed then.</p>
      ) : (
        <Details summary={`What is different: ${countOf(changed.length, 'section')}`} open>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {changed.map(({ id, title }) => (
              <li key={id}>
                <a href={`${paths.readVersion(slug, number)}#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p>
        <a href={paths.readVersion(slug, version.number)}>Read version {version.number}</a>
      </p>
    </>
  );
}

/** The comments of the letter that asked for changes; a letter of clearance asked for none. */
function mustChange({ settled }: PreviousReview): LetterPoint[] {
  const { outcome, letter } = settled;
  if (outcome !== 'changes-requested') {
    return [];
  }
  return letter.blocks.flatMap((block) => (block.kind === 'points' ? block.points : []));
}
