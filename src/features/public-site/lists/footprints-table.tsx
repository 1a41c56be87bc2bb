import { paths } from '../../../paths.ts';
import { type ColumnSort, DataTable } from '../../../views/data-table.tsx';
import { formatDate, formatNumber, listInWords } from '../../../views/format.ts';
import { commissionerWords, type Day, type Population, planningWords } from '../../directory/index.ts';
import { StageTag } from '../../footprint-stage/index.ts';
import { nextOrder } from '../../search/index.ts';
import { AreaLinks } from '../facts/area-links.tsx';
import type { FootprintRow, FootprintSortKey, FootprintsQuery } from './footprint-list.ts';

interface FootprintsTableProps {
  readonly day: Day;
  readonly query: FootprintsQuery;
  readonly rows: readonly FootprintRow[];
  /** The first page of the list in another order. */
  readonly sortedBy: (sort: FootprintsQuery['sort']) => string;
}

export function FootprintsTable(props: FootprintsTableProps) {
  const { day, rows } = props;
  return (
    <>
      <DataTable
        caption={`Footprints with region, ${planningWords(day.asAt).areas}, organisations, people and stage`}
        captionIsHidden
        cardsOn="phone"
        rows={rows}
        rowKey={(row) => row.footprint.areaId}
        columns={[
          {
            heading: 'Footprint',
            isRowHeading: true,
            sort: sortBy(props, 'name', 'ascending'),
            cell: ({ footprint }) => <a href={day.link(paths.footprint(footprint.slug))}>{footprint.name}</a>,
          },
          {
            heading: 'Region',
            sort: sortBy(props, 'region', 'ascending'),
            cell: ({ footprint }) => footprint.regions.map(({ name }) => name).join(', ') || 'Not recorded',
          },
          {
            heading: planningWords(day.asAt).area,
            cell: ({ footprint }) => <AreaLinks areas={footprint.stps} day={day} />,
          },
          {
            heading: 'Organisations',
            numeric: true,
            sort: sortBy(props, 'organisations', 'descending'),
            cell: ({ memberCount }) => (memberCount === 0 ? 'Not recorded' : formatNumber(memberCount)),
          },
          {
            heading: 'People',
            numeric: true,
            sort: sortBy(props, 'patients', 'descending'),
            cell: ({ population }) => peopleWords(population),
          },
          {
            heading: 'Stage',
            sort: sortBy(props, 'stage', 'descending'),
            cell: ({ stage }) => (
              <span className="ldr-tag-in-lines">
                <StageTag stage={stage.publicStage} />
              </span>
            ),
          },
        ]}
      />
      <p className="ldr-figure-note">{peopleNote(rows, day.asAt)}</p>
    </>
  );
}

function sortBy(
  { query, sortedBy }: FootprintsTableProps,
  by: FootprintSortKey,
  first: 'ascending' | 'descending',
): ColumnSort {
  const { sort } = query;
  const current = sort.descending ? 'descending' : 'ascending';
  return { href: sortedBy(nextOrder(sort, by, first)), current: sort.by === by ? current : null };
}

/** The sum, with a mark where it is of some of the CCGs only. */
function peopleWords({ total, missingCcgs }: Population): string {
  return total === null ? 'Not known' : `${formatNumber(total)}${missingCcgs > 0 ? ' *' : ''}`;
}

function peopleNote(rows: readonly FootprintRow[], asAt: string): string {
  const days = [...new Set(rows.flatMap(({ population }) => population.measuredOn))].sort();
  const known = rows.filter(({ population }) => population.total !== null);
  if (known.length === 0) {
    return `People: ${commissionerWords(asAt).noFigure}.`;
  }
  const parts = [
    `People: on the lists of GP practices of the CCGs that lead the footprint or are its members, known for ${formatNumber(known.length)} of the ${formatNumber(rows.length)} shown`,
    days.length === 0 ? '.' : `, on ${listInWords(days.map((day) => formatDate(day)))}.`,
    known.some(({ population }) => population.missingCcgs > 0) ? ' * Without CCGs that have no figure.' : '',
  ];
  return parts.join('');
}
