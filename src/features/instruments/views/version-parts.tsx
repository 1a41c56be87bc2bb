import { formatDate } from '../../../views/format.ts';
import { Tag } from '../../../views/tag.tsx';
import type { InstrumentVersion } from '../instrument-version.ts';

/** Where a version stands, with what that means. */
export function VersionTag({ version: { askedIn, isInPack } }: { version: InstrumentVersion }) {
  const [first] = askedIn;
  if (first === undefined) {
    return <Tag text={isInPack ? 'Not answered yet' : 'Not in the pack any more'} colour="grey" />;
  }
  return (
    <>
      <Tag text={isInPack ? 'In use' : 'Kept'} colour={isInPack ? 'green' : 'white'} />
      <span className="ldr-meaning">
        {isInPack
          ? `Answered since ${formatDate(first.since)}.`
          : `Answered since ${formatDate(first.since)}; the pack has gone on.`}
      </span>
    </>
  );
}

/** The rounds in which it was answered. */
export function RoundsAsking({ version: { askedIn } }: { version: InstrumentVersion }) {
  return askedIn.length === 0 ? 'No round yet' : askedIn.map(({ round }) => round.label).join(', ');
}
