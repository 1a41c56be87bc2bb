import { ChartFrame } from './chart-frame.tsx';
import {
  hundred,
  linesOf,
  type PlacedRow,
  type PlotScale,
  percent,
  position,
  type Spread,
  stackRows,
} from './chart-geometry.ts';
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
  /** Printed beside the label in place of the median, or of the words for an absent strip. */
  readonly valueText?: string;
  /** One value to find among the others, such as the reader's own. */
  readonly marker?: { readonly value: number; readonly label: string } | null;
}

interface DistributionChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly DistributionRow[];
  /** From 0 to 100 in whole numbers when left out. */
  readonly scale?: PlotScale;
}

const plotHeight = 20;

/** How values spread, one strip a row on one scale: a line from lowest to highest, a box for the middle half, a tick and number for the median. */
export function DistributionChart({ id, title, description, rows, scale = hundred }: DistributionChartProps) {
  const values = rows.map(
    (row) => row.valueText ?? (row.spread === null ? (row.missing ?? 'No scores') : scale.format(row.spread.median)),
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
      <ScaleAxis scale={scale} y={placed.height + 20} />
      {rows.map((row, index) => {
        const place = placed.rows[index];
        return place === undefined ? null : (
          <Strip
            key={row.id}
            row={row}
            label={labels[index] ?? ''}
            place={place}
            value={values[index] ?? ''}
            scale={scale}
          />
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
  readonly scale: PlotScale;
}

function Strip({ row, label, place, value, scale }: StripProps) {
  const { spread } = row;
  const middle = place.plotY + plotHeight / 2;
  return (
    <g>
      <ScaleGrid top={place.plotY} bottom={place.plotY + plotHeight} />
      <RowLabel row={place} label={label} value={value} isQuiet={spread === null && row.valueText === undefined} />
      {spread !== null && (
        <>
          <line
            className="ldr-chart__whisker"
            x1={percent(position(spread.min, scale))}
            x2={percent(position(spread.max, scale))}
            y1={middle}
            y2={middle}
          />
          <SpreadBand spread={spread} scale={scale} y={place.plotY} height={plotHeight} />
          <MedianTick median={spread.median} scale={scale} y={place.plotY - 1} height={plotHeight + 2} />
        </>
      )}
      {row.marker !== null && row.marker !== undefined && (
        <Diamond across={position(row.marker.value, scale)} y={middle} />
      )}
    </g>
  );
}

/** A value picked out among the others. */
function Diamond({ across, y }: { across: number; y: number }) {
  return (
    <At across={across} y={y}>
      <path className="ldr-chart__marker" d="M0,-8 L8,0 L0,8 L-8,0 Z" />
    </At>
  );
}
