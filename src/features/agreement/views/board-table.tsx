import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatTime } from '../../../views/format.ts';
import { Tag, type TagColour } from '../../../views/tag.tsx';
import { PlainText } from '../../../views/text/plain-text.tsx';
import type { BoardRow, BoardState, Party } from '../agreement-board.ts';

export interface BoardParty extends Party {
  readonly code: string;
  readonly name: string;
}

interface BoardTableProps<P extends BoardParty> {
  readonly rows: readonly BoardRow<P>[];
  /** What the parties are: `Organisation`, `Commissioner`. */
  readonly heading: string;
  readonly caption: string;
  /** False while the document is written and nobody has been asked. */
  readonly isAsked: boolean;
  /** Below the name of a party. */
  readonly note?: (party: P) => string;
  /** Address of the form on which the visitor may decide for a party; null where they may not, or not now. */
  readonly decideHref: (party: P) => string | null;
  /** Names of those who can decide for each party, by its id; left out where this is not shown. */
  readonly signers?: ReadonlyMap<string, readonly string[]>;
  /** Said where no party takes part. */
  readonly empty?: string;
}

/** Each party with its decision: what, on what conditions, by whom and when. */
export function BoardTable<P extends BoardParty>(props: BoardTableProps<P>) {
  const { rows, heading, caption, isAsked, note, decideHref, signers, empty } = props;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ party }) => party.organisationId}
      {...(empty === undefined ? {} : { empty })}
      columns={[
        {
          heading,
          isRowHeading: true,
          cell: ({ party }) => (
            <>
              <a href={paths.organisation(party.code)}>{party.name}</a>
              {note !== undefined && <span className="ldr-baseline-note">{note(party)}</span>}
            </>
          ),
        },
        ...(signers === undefined
          ? []
          : [
              {
                heading: 'Who can sign',
                cell: ({ party }: BoardRow<P>) => (signers.get(party.organisationId) ?? ['Nobody']).join(', '),
              },
            ]),
        { heading: 'Decision', cell: ({ state }) => <StateTag state={state} isAsked={isAsked} /> },
        { heading: 'Conditions or reason', cell: ({ endorsement }) => conditionsOf(endorsement?.conditions ?? null) },
        {
          heading: 'By whom and when',
          cell: (row) => <Decider row={row} href={decideHref(row.party)} />,
        },
      ]}
    />
  );
}

const labels: Readonly<Record<BoardState, string>> = {
  waiting: 'Waiting',
  endorsed: 'Endorsed',
  'endorsed-with-conditions': 'Endorsed with conditions',
  declined: 'Declined',
  'not-needed': 'Not needed',
};

const colours: Readonly<Record<BoardState, TagColour>> = {
  waiting: 'yellow',
  endorsed: 'green',
  'endorsed-with-conditions': 'aqua-green',
  declined: 'red',
  'not-needed': 'grey',
};

/** Nobody waits for an organisation that has not been asked. */
function StateTag({ state, isAsked }: { state: BoardState; isAsked: boolean }) {
  return state === 'waiting' && !isAsked ? (
    <Tag text="Not asked yet" colour="grey" />
  ) : (
    <Tag text={labels[state]} colour={colours[state]} />
  );
}

/** Null where nobody has decided, so that there is nothing to say yet. */
function conditionsOf(conditions: string | null): ReactNode {
  if (conditions === null) {
    return <span className="ldr-nothing">None yet</span>;
  }
  return conditions === '' ? <span className="ldr-nothing">None</span> : <PlainText text={conditions} />;
}

function Decider({ row: { party, endorsement }, href }: { row: BoardRow<BoardParty>; href: string | null }) {
  return (
    <>
      {endorsement === null
        ? 'Nobody yet'
        : `${endorsement.person.name}, ${endorsement.person.role}, ${formatTime(endorsement.at)}`}
      {href !== null && (
        <span className="ldr-baseline-note">
          <a href={href}>
            {endorsement === null ? 'Decide' : 'Change the decision'} for {party.name}
          </a>
        </span>
      )}
    </>
  );
}
