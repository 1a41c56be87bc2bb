import { DataTable } from '../../../views/data-table.tsx';
import { countOf } from '../../../views/format.ts';
import type { UploadFaults } from '../uploads/upload.ts';

/** What is wrong with a file that was refused, each fault with its place. */
export function FaultTable({ faults: { faults, total } }: { faults: UploadFaults }) {
  const more = total > faults.length ? `, the first ${faults.length} of ${countOf(total, 'fault')}` : '';
  return (
    <DataTable
      caption={`What is wrong with the file${more}`}
      rows={faults}
      rowKey={(row) => `${row.line} ${row.column} ${row.reason}`}
      empty=""
      columns={[
        { heading: 'Line', isRowHeading: true, cell: (row) => row.line ?? '–' },
        {
          heading: 'Column',
          cell: (row) => [row.column, row.columnName].filter((part) => part !== null).join(', ') || '–',
        },
        { heading: 'What is wrong', cell: (row) => row.reason },
      ]}
    />
  );
}
