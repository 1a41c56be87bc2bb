import { DataTable } from '../../../../views/data-table.tsx';
import type { GapsView } from './gaps-view.ts';

/** Current and desired level of each question of which a desired one is given. Stands in the organisation's own result alone. */
export function DesiredLevels({ view: { summary, rows } }: { view: GapsView }) {
  return (
    <>
      <h2>Current and desired levels</h2>
      <p>{summary} Desired levels are not scored, not compared and not published.</p>
      {rows.length > 0 && (
        <DataTable
          caption="Current and desired levels"
          captionIsHidden
          columns={[
            { heading: 'Question', cell: (row) => row.question, isRowHeading: true },
            { heading: 'Current', cell: (row) => row.current },
            { heading: 'Desired', cell: (row) => row.desired },
            { heading: 'Gap', cell: (row) => row.gap },
          ]}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
    </>
  );
}
