import { paths } from '../../../paths.ts';
import { dayBefore } from '../../../platform/days.ts';
import { type Column, type ColumnSort, DataTable } from '../../../views/data-table.tsx';
import { formatDate, formatNumber } from '../../../views/format.ts';
import { type Day, onDay, StatusNote, typeOf } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import {
  nextOrder,
  type OrganisationLine,
  type OrganisationSortKey,
  type OrganisationsQuery,
} from '../../search/index.ts';
import { AreaLinks } from '../facts/area-links.tsx';
import { placeWhereRepeated } from '../facts/repeated-names.ts';

interface OrganisationsTableProps {
  readonly day: Day;
  readonly pack: ProgrammePack;
  readonly query: OrganisationsQuery;
  readonly rows: readonly OrganisationLine[];
  /** The first page of the list in another order. */
  readonly sortedBy: (sort: OrganisationsQuery['sort']) => string;
}

export function OrganisationsTable(props: OrganisationsTableProps) {
  return (
    <DataTable
      caption="Organisations with code, type, region and footprint"
      captionIsHidden
      cardsOn="phone"
      rows={props.rows}
      rowKey={(row) => row.organisationId}
      columns={[...nameColumns(props), ...placeColumns(props), ...patientsColumn(props)]}
    />
  );
}

function nameColumns(props: OrganisationsTableProps): Column<OrganisationLine>[] {
  const { day, pack } = props;
  const placeOf = placeWhereRepeated(props.rows);
  return [
    {
      heading: 'Organisation',
      isRowHeading: true,
      sort: sortBy(props, 'name', 'ascending'),
      cell: (row) => <NameCell row={row} place={placeOf(row)} day={day} />,
    },
    { heading: 'Code', sort: sortBy(props, 'code', 'ascending'), cell: (row) => row.code },
    { heading: 'Type', sort: sortBy(props, 'type', 'ascending'), cell: (row) => typeOf(pack, row.typeId).label },
  ];
}

/** One that has closed has no page on this day; it has one on its last. */
function NameCell({ row, place, day }: { row: OrganisationLine; place: string; day: Day }) {
  const href = paths.organisation(row.code);
  const isClosed = row.validTo !== null && row.validTo <= day.asAt;
  return (
    <>
      <a href={isClosed ? onDay(href, dayBefore(row.validTo)) : day.link(href)}>{row.name}</a>
      {place !== '' && <span className="ldr-line-note">{place}</span>}
      {!isClosed && <StatusNote organisation={row} />}
    </>
  );
}

function placeColumns({ day, query }: OrganisationsTableProps): Column<OrganisationLine>[] {
  if (query.filter.status === 'closed') {
    return [
      {
        heading: 'Last day',
        cell: ({ validTo }) => (validTo === null ? 'Not recorded' : formatDate(dayBefore(validTo))),
      },
    ];
  }
  return [
    { heading: 'Region', cell: (row) => row.regions.map(({ name }) => name).join(', ') || 'Not recorded' },
    { heading: 'Footprint', cell: (row) => <AreaLinks areas={row.footprints} day={day} /> },
  ];
}

/** Only CCGs have a figure; a page without any has no such column. */
function patientsColumn(props: OrganisationsTableProps): Column<OrganisationLine>[] {
  const { rows, query } = props;
  const isUsed = query.sort.by === 'patients' || rows.some(({ registeredPatients }) => registeredPatients !== null);
  if (!isUsed) {
    return [];
  }
  return [
    {
      heading: 'People',
      numeric: true,
      sort: sortBy(props, 'patients', 'descending'),
      cell: ({ registeredPatients }) => (registeredPatients === null ? '–' : formatNumber(registeredPatients.value)),
    },
  ];
}

function sortBy(
  { query, sortedBy }: OrganisationsTableProps,
  by: OrganisationSortKey,
  first: 'ascending' | 'descending',
): ColumnSort {
  const { sort } = query;
  const current = sort.descending ? 'descending' : 'ascending';
  return { href: sortedBy(nextOrder(sort, by, first)), current: sort.by === by ? current : null };
}

/** The days of the figures in the column of people, if there are any. */
export function patientsNote(rows: readonly OrganisationLine[]): string | null {
  const days = rows.flatMap(({ registeredPatients }) => registeredPatients?.measuredOn ?? []);
  const words = [...new Set(days)].sort().map((day) => formatDate(day));
  return words.length === 0
    ? null
    : `People: registered with the GP practices of the CCG on ${words.join(' or ')}. A dash: no figure is recorded.`;
}
