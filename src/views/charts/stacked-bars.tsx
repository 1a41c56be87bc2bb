import { BarPart, type PartLook, Stripes } from './bar-part.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { linesOf, type PlacedRow, percent, stackRows } from './chart-geometry.ts';
import { RowLabel } from './chart-row.tsx';

interface StackedPart {
  readonly id: string;
  readonly look: PartLook;
  readonly value: number;
}

interface StackedBar {
  readonly id: string;
  readonly label: string;
  /** Printed at the right, such as the sum. */
  readonly valueText: string;
  /** From left to right. */
  readonly parts: readonly StackedPart[];
}

interface StackedBarsProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly StackedBar[];
}

const plotHeight = 18;

/** Bars made of parts, on one scale from nought to the longest of them. */
export function StackedBars({ id, title, description, bars }: StackedBarsProps) {
  const longest = Math.max(1, ...bars.map(lengthOf));
  const { rows, height } = stackRows(
    bars.map(({ label, valueText }) => linesOf(label, valueText)),
    plotHeight,
  );
  return (
    <ChartFrame id={id} title={title} description={description} height={height + 2}>
      <defs>
        <Stripes id={`${id}-stripes`} />
      </defs>
      {bars.map((bar, index) => {
        const row = rows[index];
        return row === undefined ? null : (
          <BarOfParts key={bar.id} bar={bar} row={row} longest={longest} stripes={`${id}-stripes`} />
        );
      })}
    </ChartFrame>
  );
}

const lengthOf = ({ parts }: StackedBar) => parts.reduce((sum, { value }) => sum + value, 0);

interface BarOfPartsProps {
  readonly bar: StackedBar;
  readonly row: PlacedRow;
  readonly longest: number;
  readonly stripes: string;
}

function BarOfParts({ bar, row, longest, stripes }: BarOfPartsProps) {
  const across = (value: number) => percent((100 * value) / longest);
  return (
    <g>
      <RowLabel row={row} label={bar.label} value={bar.valueText} isQuiet={false} />
      <line className="ldr-chart__zero" x1="0" x2="0" y1={row.plotY} y2={row.plotY + plotHeight} />
      {bar.parts.map(({ id, look, value }, index) => {
        const before = bar.parts.slice(0, index).reduce((sum, part) => sum + part.value, 0);
        return value === 0 ? null : (
          <BarPart
            key={id}
            look={look}
            stripes={stripes}
            x={across(before)}
            y={row.plotY + 1}
            width={across(value)}
            height={plotHeight - 2}
          />
        );
      })}
    </g>
  );
}

/** What the looks of the parts stand for. `id`: unique on the page. */
export function StackedKey({
  id,
  looks,
}: {
  id: string;
  looks: readonly { readonly look: PartLook; readonly label: string }[];
}) {
  return (
    <p className="ldr-chart__key">
      {looks.map(({ look, label }) => (
        <span key={look} className="ldr-chart__key-item">
          <svg width="28" height="18" aria-hidden="true" focusable="false">
            <defs>
              <Stripes id={`${id}-${look}`} />
            </defs>
            <BarPart look={look} stripes={`${id}-${look}`} x={1} y={1} width={26} height={16} />
          </svg>
          <span>{label}</span>
        </span>
      ))}
    </p>
  );
}
