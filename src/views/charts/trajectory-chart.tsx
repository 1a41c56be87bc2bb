import { line } from 'd3-shape';
import { rounded } from '../../platform/rounding.ts';
import { ChartFrame } from './chart-frame.tsx';
import { acrossSeries, percent, position, type Spread } from './chart-geometry.ts';

export interface TrajectoryPoint {
  readonly id: string;
  /** Short: it stands under its point, such as `2016/17`. */
  readonly label: string;
  /** 0-100; null where nothing is known or set yet. */
  readonly value: number | null;
  readonly kind: 'baseline' | 'target' | 'actual';
}

export interface TrajectorySeries {
  readonly id: string;
  readonly label: string;
  readonly points: readonly TrajectoryPoint[];
  /** Where others stood at the time of the first point. */
  readonly spread?: Spread | null;
  /** A short line under the chart. */
  readonly note?: string;
}

interface PlacedPoint extends TrajectoryPoint {
  readonly across: number;
  /** In pixels; null without a value. */
  readonly y: number | null;
}

const plotTop = 30;
const plotHeight = 100;
const baselineY = plotTop + plotHeight;

/** From where a place stands to where it means to be: one small chart a series, all on the scale 0 to 100, every value printed. */
export function TrajectoryCharts({ id, series }: { id: string; series: readonly TrajectorySeries[] }) {
  return (
    <ul className="ldr-chart__multiples">
      {series.map((item) => (
        <li key={item.id}>
          <p className="ldr-chart__heading">{item.label}</p>
          <TrajectoryChart id={`${id}-${item.id}`} series={item} />
          {item.note !== undefined && <p className="ldr-figure-note">{item.note}</p>}
        </li>
      ))}
    </ul>
  );
}

function TrajectoryChart({ id, series }: { id: string; series: TrajectorySeries }) {
  const points = placePoints(series.points);
  return (
    <ChartFrame id={id} title={series.label} description={describeTrajectory(series.points)} height={baselineY + 26}>
      {[0, 50, 100].map((score) => (
        <g key={score}>
          <line className="ldr-chart__grid" x1="11%" x2="100%" y1={heightOf(score)} y2={heightOf(score)} />
          <text className="ldr-chart__axis" x="0" y={heightOf(score) + 5}>
            {score}
          </text>
        </g>
      ))}
      {series.spread && <NationalBand spread={series.spread} across={points[0]?.across ?? 0} />}
      <Path points={points} />
      {points.map((point) => (
        <Point key={point.id} point={point} />
      ))}
    </ChartFrame>
  );
}

function placePoints(points: readonly TrajectoryPoint[]): PlacedPoint[] {
  const across = acrossSeries(points.length);
  return points.map((point, index) => ({
    ...point,
    across: across[index] ?? 0,
    y: point.value === null ? null : heightOf(point.value),
  }));
}

function heightOf(score: number): number {
  return baselineY - (position(score) / 100) * plotHeight;
}

/** The line, drawn on a stretched canvas of its own; it breaks where a value is missing. */
function Path({ points }: { points: readonly PlacedPoint[] }) {
  const path = line<PlacedPoint>()
    .defined((point) => point.y !== null)
    .x((point) => point.across)
    .y((point) => point.y ?? 0)(points);
  return (
    <svg
      x="0"
      y="0"
      width="100%"
      height={baselineY}
      viewBox={`0 0 100 ${baselineY}`}
      preserveAspectRatio="none"
      overflow="visible"
      aria-hidden="true"
    >
      <path className="ldr-chart__line" d={path ?? ''} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function Point({ point }: { point: PlacedPoint }) {
  const x = percent(point.across);
  return (
    <>
      {point.y !== null && point.value !== null && (
        <>
          <circle
            className={point.kind === 'target' ? 'ldr-chart__point' : 'ldr-chart__point ldr-chart__point--known'}
            cx={x}
            cy={point.y}
            r="5"
          />
          <text className="ldr-chart__value" x={x} y={point.y - 11} textAnchor="middle">
            {rounded(point.value)}
          </text>
        </>
      )}
      <text className="ldr-chart__axis" x={x} y={baselineY + 20} textAnchor="middle">
        {point.label}
      </text>
    </>
  );
}

function NationalBand({ spread, across }: { spread: Spread; across: number }) {
  return (
    <>
      <rect
        className="ldr-chart__band"
        x={percent(across - 4)}
        width="8%"
        y={heightOf(spread.q3)}
        height={heightOf(spread.q1) - heightOf(spread.q3)}
      />
      <line
        className="ldr-chart__median"
        x1={percent(across - 4)}
        x2={percent(across + 4)}
        y1={heightOf(spread.median)}
        y2={heightOf(spread.median)}
      />
    </>
  );
}

/** `Feb 2016: 44 (baseline); 2016/17: 52 (target); 2017/18: not set.` */
export function describeTrajectory(points: readonly TrajectoryPoint[]): string {
  const words = points.map(
    ({ label, value, kind }) => `${label}: ${value === null ? 'not set' : `${rounded(value)} (${kind})`}`,
  );
  return words.length === 0 ? 'No values yet.' : `${words.join('; ')}.`;
}
