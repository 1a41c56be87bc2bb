import type { PlotScale } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { smallestGroup } from '../../scoring/index.ts';
import type { GroupSpread } from '../national-statistics.ts';

interface SpreadTableProps {
  readonly caption: string;
  readonly rows: readonly GroupSpread[];
  readonly scale: PlotScale;
}

/** The numbers behind a picture of spreads. */
export function SpreadTable({ caption, rows, scale }: SpreadTableProps) {
  const cell = (pick: (spread: NonNullable<GroupSpread['spread']>) => number) => (row: GroupSpread) =>
    row.spread === null ? 'Not shown' : scale.format(pick(row.spread));
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { heading: 'Group', isRowHeading: true, cell: (row) => row.label },
        { heading: 'Scores (n)', numeric: true, cell: (row) => row.n },
        { heading: 'Missing', numeric: true, cell: (row) => row.missing },
        { heading: 'Lowest', numeric: true, cell: cell((spread) => spread.min) },
        { heading: 'Lower quartile', numeric: true, cell: cell((spread) => spread.q1) },
        { heading: 'Median', numeric: true, cell: cell((spread) => spread.median) },
        { heading: 'Upper quartile', numeric: true, cell: cell((spread) => spread.q3) },
        { heading: 'Highest', numeric: true, cell: cell((spread) => spread.max) },
        { heading: 'Mean', numeric: true, cell: cell((spread) => spread.mean) },
      ]}
    />
  );
}

/** Words in place of a strip that is not drawn. */
export function withheldWords({ n }: { n: number }): string {
  return n === 0 ? 'No scores' : `Fewer than ${smallestGroup}`;
}
