import { countOf, formatDate, formatNumber } from '../../../views/format.ts';
import type { Day } from '../../directory/index.ts';
import type { FootprintCount } from '../../programme/index.ts';
import { type Counted, countedBy, isOver } from '../facts/footprint-count.ts';

interface CoverageNoteProps {
  /** Footprints on record on the day. */
  readonly recorded: number;
  readonly counted: Counted;
  readonly day: Day;
}

/**
 * Why fewer footprints are shown than there were. The totals are the national body's own; its list of them could not be read, so only
 * footprints with a document of their own are recorded.
 */
export function CoverageNote({ recorded, counted, day }: CoverageNoteProps) {
  const [first, ...later] = counted.footprintCounts;
  if (first === undefined) {
    return null;
  }
  return (
    <p className="ldr-figure-note">
      {recordedWords(recorded, counted, day)} The official count was <CountLink counted={first} />
      {later.map((each) => (
        <span key={each.when}>
          , then <CountLink counted={each} />
        </span>
      ))}
      . The list that it was made from could not be found.
    </p>
  );
}

function recordedWords(recorded: number, counted: Counted, day: Day): string {
  const { endedOn } = counted;
  const countNow = countedBy(counted, day);
  if (countNow !== null) {
    return `${formatNumber(recorded)} of ${countOf(countNow.count, 'footprint is', 'footprints are')} documented here: those for which a published document was found.`;
  }
  const are = recorded === 1 ? 'is' : 'are';
  return isOver(endedOn, day.asAt)
    ? `${countOf(recorded, 'footprint')} ${are} recorded here on this day. The programme that counted them ended on ${formatDate(endedOn)}; a footprint stays on record until its own end is known.`
    : `${countOf(recorded, 'footprint')} of this day ${are} documented here.`;
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
