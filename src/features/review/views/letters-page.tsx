import { paths } from '../../../paths.ts';
import { formatTime } from '../../../views/format.ts';
import type { Footprint } from '../../directory/index.ts';
import type { SettledReview } from '../letters/list-letters.ts';
import { ReviewLetterView } from './review-letter-view.tsx';
import { TakenBack } from './taken-back.tsx';

interface LettersPageProps {
  readonly footprint: Footprint;
  /** Newest first. */
  readonly letters: readonly SettledReview[];
}

/** What the regional team wrote to a footprint about its roadmap: all that the footprint sees of a review. */
export function LettersPage({ footprint, letters }: LettersPageProps) {
  const { slug, name } = footprint;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Letters about the roadmap of {name}</h1>
        {letters.length === 0 && (
          <p className="ldr-empty">
            The regional team has not written yet. Its letter appears here once it has settled its review.
          </p>
        )}
        {letters.map(({ number, settled, takenBack }) => (
          <section key={number} aria-label={`Letter about version ${number}`}>
            {takenBack !== null && <TakenBack takenBack={takenBack} />}
            <ReviewLetterView letter={settled.letter} />
            <p className="ldr-figure-note">
              Sent {formatTime(settled.decidedAt)} by {settled.decidedBy ?? 'the regional team'}.{' '}
              <a href={paths.readVersion(slug, number)}>Read version {number}</a>
            </p>
          </section>
        ))}
        <p>
          <a href={paths.roadmap(slug)}>Go to the roadmap</a>
        </p>
      </div>
    </div>
  );
}
