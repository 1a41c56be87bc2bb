import { formatDate, formatTime } from '../../../views/format.ts';
import { Tag, type TagColour } from '../../../views/tag.tsx';
import type { Activation } from '../activation/activation.ts';
import { type AskedState, type InstrumentVersion, versionState } from '../instrument-version.ts';

const tags: Readonly<Record<AskedState, { readonly text: string; readonly colour: TagColour }>> = {
  'in-use': { text: 'In use', colour: 'green' },
  kept: { text: 'Kept', colour: 'white' },
  active: { text: 'Active', colour: 'green' },
  proposed: { text: 'Waits for a second person', colour: 'yellow' },
  inactive: { text: 'Not active yet', colour: 'grey' },
};

/** Where a version stands, with what that means. */
export function VersionTag({ version }: { version: InstrumentVersion }) {
  const state = versionState(version);
  return (
    <>
      <Tag {...tags[state]} />
      <span className="ldr-meaning">{meaningOf(state, version)}</span>
    </>
  );
}

function meaningOf(state: AskedState, { askedIn: [first], isInPack }: InstrumentVersion): string {
  const since = first === undefined ? '' : `Answered since ${formatDate(first.since)}.`;
  switch (state) {
    case 'in-use':
      return since;
    case 'kept':
      return `${since} Rounds to come ask another version.`.trim();
    case 'active':
      return 'It may be asked, and nobody has answered it yet.';
    case 'proposed':
      return 'No round asks it before that.';
    case 'inactive':
      return isInPack
        ? 'No round asks it before two people have activated it.'
        : 'The pack has it no more, and no round asked it.';
  }
}

/** The rounds in which it was answered. */
export function RoundsAsking({ version: { askedIn } }: { version: InstrumentVersion }) {
  return askedIn.length === 0 ? 'No round yet' : askedIn.map(({ round }) => round.label).join(', ');
}

/** Who activated it and when, or what became of the last proposal. */
export function activationInWords({ state, proposedBy, proposedAt, settledBy, settledAt, reason }: Activation): string {
  if (proposedBy === null) {
    return 'With the first start of the service';
  }
  const proposed = `Proposed by ${proposedBy}, ${formatTime(proposedAt)}`;
  const when = settledAt === null ? '' : formatTime(settledAt);
  switch (state) {
    case 'proposed':
      return proposed;
    case 'active':
      return `${proposed}; confirmed by ${settledBy}, ${when}`;
    case 'withdrawn':
      return `${proposed}; withdrawn by ${settledBy}, ${when}: ${reason}`;
    case 'lapsed':
      return `${proposed}; lapsed, ${when}: ${reason}`;
  }
}
