import type { ReactNode } from 'react';
import { type PlacedRow, type PlotScale, percent, position, type Spread } from './chart-geometry.ts';

interface RowLabelProps {
  readonly row: PlacedRow;
  readonly label: string;
  readonly value: string;
  /** Whether the value is words in place of a number. */
  readonly isQuiet: boolean;
}

/** The label of a row at the left and its value at the right. They are HTML, which breaks lines to the width there is; SVG text does not. */
export function RowLabel({ row, label, value, isQuiet }: RowLabelProps) {
  return (
    <foreignObject className="ldr-chart__label-room" x="0" y={row.y} width="100%" height={row.plotY - row.y - 2}>
      <div className="ldr-chart__label">
        <span>{label}</span>
        <span className={isQuiet ? 'ldr-chart__quiet' : 'ldr-chart__value'}>{value}</span>
      </div>
    </foreignObject>
  );
}

interface OnRow {
  readonly scale: PlotScale;
  readonly y: number;
  readonly height: number;
}

/** The middle half of a spread as a band. */
export function SpreadBand({ spread, scale, y, height }: OnRow & { spread: Spread }) {
  const from = position(spread.q1, scale);
  return (
    <rect
      className="ldr-chart__band"
      x={percent(from)}
      width={percent(position(spread.q3, scale) - from)}
      y={y}
      height={height}
    />
  );
}

/** Something drawn in pixels around a place given in per cent. */
export function At({ across, y, children }: { across: number; y: number; children: ReactNode }) {
  return (
    <svg x={percent(across)} y={y} overflow="visible" className="ldr-chart__at" aria-hidden="true">
      {children}
    </svg>
  );
}

/** The median as an upright tick, edged in white so that it shows on a bar as well as on a band. */
export function MedianTick({ median, scale, y, height }: OnRow & { median: number }) {
  return (
    <At across={position(median, scale)} y={y}>
      <rect className="ldr-chart__tick" x="-2" y="0" width="4" height={height} />
    </At>
  );
}

/** Faint uprights at the quarters of a scale, behind one row. */
export function ScaleGrid({ top, bottom }: { top: number; bottom: number }) {
  return [0, 25, 50, 75, 100].map((across) => (
    <line key={across} className="ldr-chart__grid" x1={percent(across)} x2={percent(across)} y1={top} y2={bottom} />
  ));
}

/** Numbers under both ends and the middle of a scale. */
export function ScaleAxis({ scale, y }: Pick<OnRow, 'scale' | 'y'>) {
  const { least, most, format } = scale;
  return [0, 50, 100].map((across) => (
    <text key={across} className="ldr-chart__axis" x={percent(across)} y={y} textAnchor={axisAnchor(across)}>
      {format(least + ((most - least) * across) / 100)}
    </text>
  ));
}

function axisAnchor(across: number): 'start' | 'middle' | 'end' {
  return across === 0 ? 'start' : across === 100 ? 'end' : 'middle';
}

/** Room under a plot for its axis, in pixels. */
export const axisHeight = 24;
