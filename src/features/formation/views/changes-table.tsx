import { DataTable } from '../../../views/data-table.tsx';
import type { FormChange } from '../forms/form-difference.ts';

interface ChangesTableProps {
  readonly changes: readonly FormChange[];
  readonly caption: string;
}

/** What a form changes, each thing before and after. */
export function ChangesTable({ changes, caption }: ChangesTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={changes}
      rowKey={({ label }) => label}
      empty="Nothing is different from what holds now."
      columns={[
        { heading: 'What', isRowHeading: true, cell: ({ label }) => label },
        { heading: 'Before', cell: ({ before }) => <Value text={before} /> },
        { heading: 'After', cell: ({ after }) => <Value text={after} /> },
      ]}
    />
  );
}

function Value({ text }: { text: string }) {
  return text === '' ? <span className="ldr-nothing">Nothing</span> : <span className="ldr-typed">{text}</span>;
}
