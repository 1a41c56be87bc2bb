import { paths } from '../../../paths.ts';
import { type Column, DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { countOf, formatTime } from '../../../views/format.ts';
import { actionInWords } from '../action-words.ts';
import type { AuditLine } from '../audit-list-repository.ts';

const columns: readonly Column<AuditLine>[] = [
  { heading: 'When', cell: ({ at }) => (at === null ? 'At no moment there is' : formatTime(at)) },
  { heading: 'What', isRowHeading: true, cell: (line) => <Action line={line} /> },
  { heading: 'Who', cell: ({ person, onBehalfOf }) => (person === null ? onBehalfOf : `${person} (${onBehalfOf})`) },
  {
    heading: 'Chain',
    cell: ({ chain, sequence }) => (
      <span className="ldr-typed">
        <a href={paths.audit({ chain })}>{chain}</a>, event {sequence}
      </span>
    ),
  },
];

/** Events, newest first. */
export function AuditTable({ rows, total }: { rows: readonly AuditLine[]; total: number }) {
  return (
    <DataTable
      caption={`${countOf(total, 'event')}, newest first`}
      columns={columns}
      rows={rows}
      rowKey={({ chain, sequence }) => `${sequence} ${chain}`}
      empty="No event matches. Try with fewer filters."
    />
  );
}

function Action({ line: { action, detail, sequence } }: { line: AuditLine }) {
  const facts = Object.entries(detail);
  return (
    <div>
      {actionInWords(action)}
      {facts.length > 0 && (
        <Details summary={`Particulars of event ${sequence}`}>
          {facts.map(([name, value]) => (
            <p key={name} className="ldr-typed">
              {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
            </p>
          ))}
        </Details>
      )}
    </div>
  );
}
