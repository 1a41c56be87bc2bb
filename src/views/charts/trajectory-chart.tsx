import { line } from 'd3-shape';
import { ChartFrame } from './chart-frame.tsx';
import { acrossSeries, hundred, type PlotScale, percent, position, type Spread } from './chart-geometry.ts';

export interface TrajectoryPoint {
  readonly id: string;
  /** Short: it stands under its point, such as `2016/17`. */
  readonly label: string;
  /** Null where nothing is known or set yet. */
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

interface TrajectoryChartsProps {
  readonly id: string;
  readonly series: readonly TrajectorySeries[];
  /** From 0 to 100 in whole numbers when left out. */
  readonly scale?: PlotScale;
}

/** From where a place stands to where it means to be: one small chart a series, all on one scale, every value printed. */
export function TrajectoryCharts({ id, series, scale = hundred }: TrajectoryChartsProps) {
  return (
    <ul className="ldr-chart__multiples">
      {series.map((item) => (
        <li key={item.id}>
          <p className="ldr-chart__heading">{item.label}</p>
          <TrajectoryChart id={`${id}-${item.id}`} series={item} scale={scale} />
          {item.note !== undefined && <p className="ldr-figure-note">{item.note}</p>}
        </li>
      ))}
    </ul>
  );
}

interface TrajectoryChartProps {
  readonly id: string;
  readonly series: TrajectorySeries;
  readonly scale: PlotScale;
}

function TrajectoryChart({ id, series, scale }: TrajectoryChartProps) {
  const points = placePoints(series.points, scale);
  const { least, most } = scale;
  return (
    <ChartFrame
      id={id}
      title={series.label}
      description={describeTrajectory(series.points, scale)}
      height={baselineY + 26}
    >
      {[least, (least + most) / 2, most].map((score) => (
        <g key={score}>
          <line
            className="ldr-chart__grid"
            x1="11%"
            x2="100%"
            y1={heightOf(score, scale)}
            y2={heightOf(score, scale)}
          />
          <text className="ldr-chart__axis" x="0" y={heightOf(score, scale) + 5}>
            {score}
          </text>
        </g>
      ))}
      {series.spread && <NationalBand spread={series.spread} across={points[0]?.across ?? 0} scale={scale} />}
      <Path points={points} />
      {points.map((point) => (
        <Point key={point.id} point={point} scale={scale} />
      ))}
    </ChartFrame>
  );
}

function placePoints(points: readonly TrajectoryPoint[], scale: PlotScale): PlacedPoint[] {
  const across = acrossSeries(points.length);
  return points.map((point, index) => ({
    ...point,
    across: across[index] ?? 0,
    y: point.value === null ? null : heightOf(point.value, scale),
  }));
}

function heightOf(score: number, scale: PlotScale): number {
  return baselineY - (position(score, scale) / 100) * plotHeight;
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

function Point({ point, scale }: { point: PlacedPoint; scale: PlotScale }) {
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
            {scale.format(point.value)}
          </text>
        </>
      )}
      <text className="ldr-chart__axis" x={x} y={baselineY + 20} textAnchor="middle">
        {point.label}
      </text>
    </>
  );
}

function NationalBand({ spread, across, scale }: { spread: Spread; across: number; scale: PlotScale }) {
  return (
    <>
      <rect
        className="ldr-chart__band"
        x={percent(across - 4)}
        width="8%"
        y={heightOf(spread.q3, scale)}
        height={heightOf(spread.q1, scale) - heightOf(spread.q3, scale)}
      />
      <line
        className="ldr-chart__median"
        x1={percent(across - 4)}
        x2={percent(across + 4)}
        y1={heightOf(spread.median, scale)}
        y2={heightOf(spread.median, scale)}
      />
    </>
  );
}

/** `Feb 2016: 44 (baseline); 2016/17: 52 (target); 2017/18: not set.` */
export function describeTrajectory(points: readonly TrajectoryPoint[], { format }: PlotScale = hundred): string {
  const words = points.map(
    ({ label, value, kind }) => `${label}: ${value === null ? 'not set' : `${format(value)} (${kind})`}`,
  );
  return words.length === 0 ? 'No values yet.' : `${words.join('; ')}.`;
}
