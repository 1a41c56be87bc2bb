import { countOf, formatNumber } from '../../../views/format.ts';
import type { Day } from '../../directory/index.ts';
import type { FootprintCount } from '../../programme/index.ts';
import { countedBy } from '../facts/footprint-count.ts';

interface CoverageNoteProps {
  /** Footprints on record on the day. */
  readonly recorded: number;
  readonly counts: readonly FootprintCount[];
  readonly day: Day;
}

/**
 * Why fewer footprints are shown than there were. The totals are the national body's own; its list of them could not be read, so only
 * footprints with a document of their own are recorded.
 */
export function CoverageNote({ recorded, counts, day }: CoverageNoteProps) {
  const [first, ...later] = counts;
  if (first === undefined) {
    return null;
  }
  const counted = countedBy(counts, day);
  return (
    <p className="ldr-figure-note">
      {counted === null
        ? `${countOf(recorded, 'footprint')} of this day ${recorded === 1 ? 'is' : 'are'} documented here.`
        : `${formatNumber(recorded)} of ${formatNumber(counted.count)} footprints are documented here: those for which a published document was found.`}{' '}
      The official count was <CountLink counted={first} />
      {later.map((counted) => (
        <span key={counted.when}>
          , then <CountLink counted={counted} />
        </span>
      ))}
      . The list that it was made from could not be found.
    </p>
  );
}

function CountLink({ counted: { count, when, note, source } }: { counted: FootprintCount }) {
  return (
    <>
      <a href={source.url}>
        {formatNumber(count)} {when}
      </a>
      {note !== '' && ` ${note}`}
    </>
  );
}
