import type { ReactNode } from 'react';
import { lineHeight, type PlacedRow, percent, position, type Spread } from './chart-geometry.ts';

/** The label of a row at the left, its value at the right. */
export function RowLabel({ row, value, quiet }: { row: PlacedRow; value: string; quiet?: boolean }) {
  return (
    <>
      {row.lines.map((line, index) => (
        <text key={line} className="ldr-chart__label" x="0" y={row.y + lineHeight * index + 15}>
          {line}
        </text>
      ))}
      <text
        className={quiet === true ? 'ldr-chart__quiet' : 'ldr-chart__value'}
        x="100%"
        y={row.y + 15}
        textAnchor="end"
      >
        {value}
      </text>
    </>
  );
}

/** The middle half of a spread as a band. */
export function SpreadBand({ spread, max, y, height }: { spread: Spread; max: number; y: number; height: number }) {
  const from = position(spread.q1, max);
  return (
    <rect
      className="ldr-chart__band"
      x={percent(from)}
      width={percent(position(spread.q3, max) - from)}
      y={y}
      height={height}
    />
  );
}

/** Something drawn in pixels around a place given in per cent. */
export function At({ across, y, children }: { across: number; y: number; children: ReactNode }) {
  return (
    <svg x={percent(across)} y={y} overflow="visible" className="ldr-chart__at">
      {children}
    </svg>
  );
}

/** The median as an upright tick, edged in white so that it shows on a bar as well as on a band. */
export function MedianTick({ median, max, y, height }: { median: number; max: number; y: number; height: number }) {
  return (
    <At across={position(median, max)} y={y}>
      <rect className="ldr-chart__tick" x="-2" y="0" width="4" height={height} />
    </At>
  );
}

/** Faint uprights at the quarters of a scale, with numbers under both ends and the middle. */
export function ScaleAxis({
  max,
  top,
  bottom,
  format,
}: {
  max: number;
  top: number;
  bottom: number;
  format: (value: number) => string;
}) {
  return (
    <>
      {[0, 25, 50, 75, 100].map((across) => (
        <line key={across} className="ldr-chart__grid" x1={percent(across)} x2={percent(across)} y1={top} y2={bottom} />
      ))}
      {[0, 50, 100].map((across) => (
        <text
          key={across}
          className="ldr-chart__axis"
          x={percent(across)}
          y={bottom + 18}
          textAnchor={axisAnchor(across)}
        >
          {format((max * across) / 100)}
        </text>
      ))}
    </>
  );
}

function axisAnchor(across: number): 'start' | 'middle' | 'end' {
  return across === 0 ? 'start' : across === 100 ? 'end' : 'middle';
}

/** Room under a plot for its axis, in pixels. */
export const axisHeight = 30;
