import { paths } from '../../../paths.ts';
import type { Page } from '../../../platform/page.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatTime } from '../../../views/format.ts';
import type { PersonRow } from '../people-repository.ts';
import { historyLine, type PersonEvent } from '../person-history.ts';

interface HistoryPageProps {
  readonly row: Pick<PersonRow, 'name' | 'email' | 'grantId'>;
  readonly page: Page<PersonEvent>;
  /** False on pages after the first. */
  readonly isNewest: boolean;
}

/** What happened to the access of somebody, newest first. */
export function HistoryPage({ row, page, isNewest }: HistoryPageProps) {
  return (
    <>
      <h1>
        <span className="nhsuk-caption-l">
          {row.name}, <span className="ldr-unbroken">{row.email}</span>
        </span>
        History of access
      </h1>
      <DataTable
        caption={`${countOf(page.total, 'event')}, newest first`}
        rows={page.rows.map((event) => ({ ...historyLine(event), sequence: event.sequence }))}
        rowKey={({ sequence }) => String(sequence)}
        empty="Nothing is on record that you may see: the role was there from the start."
        cardsOn="tablet"
        columns={[
          { heading: 'When', cell: ({ at }) => formatTime(at) },
          { heading: 'What', isRowHeading: true, cell: ({ what }) => <span className="ldr-unbroken">{what}</span> },
          { heading: 'Reason', cell: ({ why }) => why || '–' },
          { heading: 'By', cell: ({ by }) => by },
        ]}
      />
      <p>
        {!isNewest && <a href={paths.roleHistory(row.grantId)}>Newest events</a>}
        {!isNewest && page.next !== null && ' · '}
        {page.next !== null && (
          <a href={paths.roleHistory(row.grantId, page.next.join())} rel="next">
            Older events
          </a>
        )}
      </p>
    </>
  );
}
