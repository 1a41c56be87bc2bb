import { ChartFrame } from './chart-frame.tsx';
import { labelLimit, type PlacedRow, percent, position, type Spread, stackRows, wrapLabel } from './chart-geometry.ts';
import { axisHeight, MedianTick, RowLabel, ScaleAxis, SpreadBand } from './chart-row.tsx';

export interface Bar {
  readonly id: string;
  readonly label: string;
  /** Null where there is none; the row then says so and has no bar. */
  readonly value: number | null;
  /** What others have: their middle half as a band, their median as a tick. */
  readonly spread?: Spread | null;
  /** Words in place of an absent value; `No score` when left out. */
  readonly missing?: string;
}

interface BarChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly Bar[];
  /** The value of a bar that fills the width; 100 when left out. */
  readonly max?: number;
  readonly formatValue?: (value: number) => string;
  /** Whether numbers stand under the plot; true when left out. */
  readonly axis?: boolean;
}

const plotHeight = 22;

/** Bars along the page, each under its label with its value printed, on one scale; a band and a tick show where others stand. */
export function BarChart({
  id,
  title,
  description,
  bars,
  max = 100,
  formatValue = wholeNumber,
  axis = true,
}: BarChartProps) {
  const values = bars.map((bar) => (bar.value === null ? (bar.missing ?? 'No score') : formatValue(bar.value)));
  const { rows, height } = stackRows(
    bars.map((bar, index) => wrapLabel(bar.label, labelLimit(values[index] ?? ''))),
    plotHeight,
  );
  return (
    <ChartFrame id={id} title={title} description={description} height={height + (axis ? axisHeight : 2)}>
      {axis && <ScaleAxis max={max} top={rows[0]?.plotY ?? 0} bottom={height + 6} format={formatValue} />}
      {bars.map((bar, index) => {
        const row = rows[index];
        return row === undefined ? null : (
          <BarRow key={bar.id} bar={bar} row={row} max={max} value={values[index] ?? ''} />
        );
      })}
    </ChartFrame>
  );
}

function BarRow({ bar, row, max, value }: { bar: Bar; row: PlacedRow; max: number; value: string }) {
  const spread = bar.spread ?? null;
  return (
    <g>
      <rect className="ldr-chart__backdrop" x="0" y={row.y} width="100%" height={row.plotY - row.y} />
      <RowLabel row={row} value={value} quiet={bar.value === null} />
      {spread !== null && <SpreadBand spread={spread} max={max} y={row.plotY} height={plotHeight} />}
      <line className="ldr-chart__zero" x1="0" x2="0" y1={row.plotY} y2={row.plotY + plotHeight} />
      {bar.value !== null && (
        <rect
          className="ldr-chart__bar"
          x="0"
          y={row.plotY + 5}
          width={percent(position(bar.value, max))}
          height={plotHeight - 10}
        />
      )}
      {spread !== null && <MedianTick median={spread.median} max={max} y={row.plotY - 1} height={plotHeight + 2} />}
    </g>
  );
}

function wholeNumber(value: number): string {
  return String(Math.round(value));
}
