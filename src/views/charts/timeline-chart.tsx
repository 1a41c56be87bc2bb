import { BarPart, type PartLook, Stripes } from './bar-part.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { linesOf, percent, stackRows } from './chart-geometry.ts';
import { axisHeight, RowLabel } from './chart-row.tsx';

interface TimelineRow {
  readonly id: string;
  readonly label: string;
  /** Printed at the right, such as when it ends. */
  readonly valueText: string;
  /** Where it begins and ends across the plot, from 0 to 100. */
  readonly from: number;
  readonly to: number;
  readonly look: PartLook;
}

interface TimelineChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly TimelineRow[];
  /** Where each year begins, from 0 to 100, with its name. */
  readonly years: readonly { readonly label: string; readonly across: number }[];
}

const plotHeight = 14;

/** Narrower than this, a bar could not be seen. */
const LEAST_ACROSS = 1;

/** What happens when: one bar a row under its label, on a scale of years. */
export function TimelineChart({ id, title, description, rows, years }: TimelineChartProps) {
  const placed = stackRows(
    rows.map(({ label, valueText }) => linesOf(label, valueText)),
    plotHeight,
  );
  const foot = placed.height;
  return (
    <ChartFrame id={id} title={title} description={description} height={foot + axisHeight}>
      <defs>
        <Stripes id={`${id}-stripes`} />
      </defs>
      {years.map(({ label, across }) => (
        <g key={label}>
          <line className="ldr-chart__grid" x1={percent(across)} x2={percent(across)} y1="0" y2={foot + 4} />
          <text className="ldr-chart__axis" x={percent(across)} dx="3" y={foot + 20}>
            {label}
          </text>
        </g>
      ))}
      {rows.map((row, index) => {
        const place = placed.rows[index];
        return place === undefined ? null : (
          <g key={row.id}>
            <RowLabel row={place} label={row.label} value={row.valueText} isQuiet={false} />
            <BarPart
              look={row.look}
              stripes={`${id}-stripes`}
              x={percent(Math.min(row.from, 100 - LEAST_ACROSS))}
              y={place.plotY}
              width={percent(Math.max(row.to - row.from, LEAST_ACROSS))}
              height={plotHeight - 2}
            />
          </g>
        );
      })}
    </ChartFrame>
  );
}
