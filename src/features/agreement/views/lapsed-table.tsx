import { DataTable } from '../../../views/data-table.tsx';
import { formatTime } from '../../../views/format.ts';
import { decisionLabels, type Endorsement } from '../endorsement.ts';
import type { LapsedEndorsement } from '../lapsed-endorsements.ts';

interface LapsedTableProps<E extends Endorsement> {
  readonly lapsed: readonly LapsedEndorsement<E>[];
  /** What the parties are: `Organisation`, `Commissioner`. */
  readonly heading: string;
  readonly nameOf: (organisationId: string) => string;
  /** What it means for those who decided. */
  readonly explanation: string;
  /** Which document was decided on, where that has a name of its own: `version 2`. */
  readonly documentOf?: (endorsement: E) => string;
}

/** Decisions that no longer stand, and why; nothing where every decision stands. */
export function LapsedTable<E extends Endorsement>(props: LapsedTableProps<E>) {
  const { lapsed, heading, nameOf, explanation, documentOf } = props;
  if (lapsed.length === 0) {
    return null;
  }
  return (
    <>
      <h2>Decisions that no longer stand</h2>
      <p>{explanation}</p>
      <DataTable
        caption="Decisions that no longer stand"
        captionIsHidden
        rows={lapsed}
        rowKey={({ endorsement }) => `${endorsement.organisationId} ${endorsement.digest}`}
        columns={[
          { heading, isRowHeading: true, cell: ({ endorsement }) => nameOf(endorsement.organisationId) },
          {
            heading: 'What it decided',
            cell: ({ endorsement }) =>
              [decisionLabels[endorsement.decision], documentOf?.(endorsement), formatTime(endorsement.at)]
                .filter((text) => text !== undefined)
                .join(', '),
          },
          { heading: 'Why it no longer stands', cell: ({ reason }) => reason },
        ]}
      />
    </>
  );
}
