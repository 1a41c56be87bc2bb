import { rounded } from '../../platform/rounding.ts';
import { ChartFrame } from './chart-frame.tsx';
import { linesOf, type PlacedRow, percent, position, type Spread, stackRows } from './chart-geometry.ts';
import { At, axisHeight, MedianTick, RowLabel, ScaleAxis, ScaleGrid, SpreadBand } from './chart-row.tsx';

export interface DistributionRow {
  readonly id: string;
  readonly label: string;
  /** How many values the strip is of; printed beside the label unless it is the same in every row. */
  readonly n: number;
  /** Null where too few stand behind it to be shown, or none. */
  readonly spread: (Spread & { readonly min: number; readonly max: number }) | null;
  /** Words in place of an absent strip; `No scores` when left out. */
  readonly missing?: string;
  /** One value to find among the others, such as the reader's own. */
  readonly marker?: { readonly value: number; readonly label: string } | null;
}

interface DistributionChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly DistributionRow[];
}

const plotHeight = 20;

/** How values spread, one strip a row from 0 to 100: a line from lowest to highest, a box for the middle half, a tick and number for the median. */
export function DistributionChart({ id, title, description, rows }: DistributionChartProps) {
  const values = rows.map((row) =>
    row.spread === null ? (row.missing ?? 'No scores') : String(rounded(row.spread.median)),
  );
  // Where every row has the same n, the line under the figure says it once.
  const isSameN = new Set(rows.map(({ n }) => n)).size === 1;
  const labels = rows.map(({ label, n }) => (isSameN ? label : `${label} (n\u00a0${n})`));
  const placed = stackRows(
    rows.map((_, index) => linesOf(labels[index] ?? '', values[index] ?? '')),
    plotHeight,
  );
  return (
    <ChartFrame id={id} title={title} description={description} height={placed.height + axisHeight}>
      <ScaleAxis max={100} y={placed.height + 20} format={String} />
      {rows.map((row, index) => {
        const place = placed.rows[index];
        return place === undefined ? null : (
          <Strip key={row.id} row={row} label={labels[index] ?? ''} place={place} value={values[index] ?? ''} />
        );
      })}
    </ChartFrame>
  );
}

interface StripProps {
  readonly row: DistributionRow;
  readonly label: string;
  readonly place: PlacedRow;
  readonly value: string;
}

function Strip({ row, label, place, value }: StripProps) {
  const { spread } = row;
  const middle = place.plotY + plotHeight / 2;
  return (
    <g>
      <ScaleGrid top={place.plotY} bottom={place.plotY + plotHeight} />
      <RowLabel row={place} label={label} value={value} isQuiet={spread === null} />
      {spread !== null && (
        <>
          <line
            className="ldr-chart__whisker"
            x1={percent(position(spread.min))}
            x2={percent(position(spread.max))}
            y1={middle}
            y2={middle}
          />
          <SpreadBand spread={spread} max={100} y={place.plotY} height={plotHeight} />
          <MedianTick median={spread.median} max={100} y={place.plotY - 1} height={plotHeight + 2} />
        </>
      )}
      {row.marker !== null && row.marker !== undefined && <Diamond value={row.marker.value} y={middle} />}
    </g>
  );
}

/** A value picked out among the others. */
function Diamond({ value, y }: { value: number; y: number }) {
  return (
    <At across={position(value)} y={y}>
      <path className="ldr-chart__marker" d="M0,-8 L8,0 L0,8 L-8,0 Z" />
    </At>
  );
}
