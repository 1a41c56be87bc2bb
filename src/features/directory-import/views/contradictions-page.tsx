import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, formatNumber } from '../../../views/format.ts';
import type { KeptContradiction } from '../contradictions/contradiction-repository.ts';
import { deciderOf, decisionLabels, nameOfContradiction } from './contradiction-words.ts';

interface Props {
  /** How many wait, whether shown or not. */
  readonly waiting: number;
  readonly undecided: readonly KeptContradiction[];
  readonly decided: readonly KeptContradiction[];
}

/** What files say against the directory: first what waits for a decision, then what was decided. */
export function ContradictionsPage({ waiting, undecided, decided }: Props) {
  const shown =
    waiting > undecided.length
      ? `, the newest ${undecided.length} of ${formatNumber(waiting)}`
      : `: ${formatNumber(waiting)}`;
  return (
    <>
      <h1>Contradictions</h1>
      <p>
        Here a file says something else of an organisation's end than the directory does. Nothing is changed until
        somebody decides.
      </p>
      <DataTable
        caption={waiting === 0 ? 'To be decided' : `To be decided${shown}`}
        rows={undecided}
        rowKey={(row) => row.contradictionId}
        empty="Nothing waits for a decision."
        columns={[
          { heading: 'Organisation', isRowHeading: true, cell: linkOf },
          { heading: 'Known', cell: (row) => row.known },
          { heading: 'In the file', cell: (row) => row.said },
          { heading: 'File', cell: (row) => row.source },
          { heading: 'Of the day', cell: (row) => formatDate(row.datedOn) },
        ]}
      />
      {decided.length > 0 && (
        <DataTable
          caption="Decided, newest first"
          rows={decided}
          rowKey={(row) => row.contradictionId}
          empty=""
          columns={[
            { heading: 'Organisation', isRowHeading: true, cell: linkOf },
            { heading: 'Known', cell: (row) => row.known },
            { heading: 'In the file', cell: (row) => row.said },
            { heading: 'Decision', cell: ({ last }) => (last === null ? '' : decisionLabels[last.decision]) },
            { heading: 'By', cell: ({ last }) => (last === null ? '' : deciderOf(last)) },
            { heading: 'On', cell: ({ last }) => (last === null ? '' : formatDate(last.at)) },
          ]}
        />
      )}
    </>
  );
}

function linkOf(row: KeptContradiction) {
  return <a href={paths.contradiction(row.contradictionId)}>{nameOfContradiction(row)}</a>;
}
