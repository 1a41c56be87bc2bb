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
import { axisHeight, MedianTick, RowLabel, ScaleAxis, ScaleGrid, SpreadBand } from './chart-row.tsx';

export interface Bar {
  readonly id: string;
  readonly label: string;
  /** Null where there is none; the row then says so and has no bar. */
  readonly value: number | null;
  /** What others have: their middle half as a band, their median as a tick. */
  readonly spread?: Spread | null;
  /** Words printed in place of the formatted value, such as `3 of 12`. */
  readonly valueText?: string;
  /** Words in place of an absent value; `No score` when left out. */
  readonly missing?: string;
}

interface BarChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly Bar[];
  /** From 0 to 100 in whole numbers when left out. */
  readonly scale?: PlotScale;
  /** Whether numbers stand under the plot; true when left out. */
  readonly axis?: boolean;
}

const plotHeight = 22;

/** Bars along the page, each under its label with its value printed, on one scale; a band and a tick show where others stand. */
export function BarChart({ id, title, description, bars, scale = hundred, axis = true }: BarChartProps) {
  const values = bars.map((bar) => valueWords(bar, scale));
  const { rows, height } = stackRows(
    bars.map((bar, index) => linesOf(bar.label, values[index] ?? '')),
    plotHeight,
  );
  return (
    <ChartFrame id={id} title={title} description={description} height={height + (axis ? axisHeight : 2)}>
      {axis && <ScaleAxis scale={scale} y={height + 20} />}
      {bars.map((bar, index) => {
        const row = rows[index];
        return row === undefined ? null : (
          <BarRow key={bar.id} bar={bar} row={row} scale={scale} value={values[index] ?? ''} hasGrid={axis} />
        );
      })}
    </ChartFrame>
  );
}

interface BarRowProps {
  readonly bar: Bar;
  readonly row: PlacedRow;
  readonly scale: PlotScale;
  readonly value: string;
  readonly hasGrid: boolean;
}

function BarRow({ bar, row, scale, value, hasGrid }: BarRowProps) {
  const spread = bar.spread ?? null;
  return (
    <g>
      <RowLabel row={row} label={bar.label} value={value} isQuiet={bar.value === null} />
      {hasGrid && <ScaleGrid top={row.plotY} bottom={row.plotY + plotHeight} />}
      {spread !== null && <SpreadBand spread={spread} scale={scale} y={row.plotY} height={plotHeight} />}
      <line className="ldr-chart__zero" x1="0" x2="0" y1={row.plotY} y2={row.plotY + plotHeight} />
      {bar.value !== null && (
        <rect
          className="ldr-chart__bar"
          x="0"
          y={row.plotY + 5}
          width={percent(position(bar.value, scale))}
          height={plotHeight - 10}
        />
      )}
      {spread !== null && <MedianTick median={spread.median} scale={scale} y={row.plotY - 1} height={plotHeight + 2} />}
    </g>
  );
}

function valueWords(bar: Bar, { format }: PlotScale): string {
  if (bar.value === null) {
    return bar.missing ?? 'No score';
  }
  return bar.valueText ?? format(bar.value);
}
