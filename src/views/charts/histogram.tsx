import { ChartFrame } from './chart-frame.tsx';
import { hundred, type PlotScale, percent, position } from './chart-geometry.ts';
import { At } from './chart-row.tsx';

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface HistogramProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Side by side over the scale. */
  readonly bins: readonly Bin[];
  /** From 0 to 100 in whole numbers when left out. */
  readonly scale?: PlotScale;
  readonly marker?: { readonly value: number; readonly label: string } | null;
}

const plotTop = 24;
const plotHeight = 96;
const baseline = plotTop + plotHeight;

/** How many scores fall in each band, the count printed on each column; one value may be picked out beneath. */
export function Histogram({ id, title, description, bins, scale = hundred, marker }: HistogramProps) {
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  return (
    <ChartFrame id={id} title={title} description={description} height={baseline + (marker ? 62 : 26)}>
      {bins.map((bin) => (
        <Column key={bin.from} bin={bin} highest={highest} scale={scale} />
      ))}
      <line className="ldr-chart__zero" x1="0" x2="100%" y1={baseline} y2={baseline} />
      {axisValues(scale).map((value) => (
        <text
          key={value}
          className="ldr-chart__axis"
          x={percent(position(value, scale))}
          y={baseline + 18}
          textAnchor={edgeAnchor(position(value, scale))}
        >
          {value}
        </text>
      ))}
      {marker && (
        <>
          <At across={position(marker.value, scale)} y={baseline + 30}>
            <path className="ldr-chart__marker" d="M0,-8 L8,4 L-8,4 Z" />
          </At>
          <text
            className="ldr-chart__value"
            x={percent(position(marker.value, scale))}
            y={baseline + 54}
            textAnchor={markerAnchor(position(marker.value, scale))}
          >
            {marker.label}
          </text>
        </>
      )}
    </ChartFrame>
  );
}

function Column({ bin, highest, scale }: { bin: Bin; highest: number; scale: PlotScale }) {
  const [from, to] = [position(bin.from, scale), position(bin.to, scale)];
  const height = (bin.count / highest) * plotHeight;
  const gap = 0.6;
  return (
    <>
      <rect
        className="ldr-chart__bar"
        x={percent(from + gap)}
        width={percent(to - from - 2 * gap)}
        y={baseline - height}
        height={height}
      />
      {bin.count > 0 && (
        <text className="ldr-chart__count" x={percent((from + to) / 2)} y={baseline - height - 6} textAnchor="middle">
          {bin.count}
        </text>
      )}
    </>
  );
}

/** Whole numbers along a short scale, fifths of a long one. */
function axisValues({ least, most }: PlotScale): number[] {
  const step = Math.max(1, (most - least) / 5);
  return Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, index) => least + index * step);
}

function edgeAnchor(score: number): 'start' | 'middle' | 'end' {
  return score === 0 ? 'start' : score === 100 ? 'end' : 'middle';
}

/** The words of a marker may be long: from the middle third outwards they grow towards the middle. */
function markerAnchor(value: number): 'start' | 'middle' | 'end' {
  return value < 35 ? 'start' : value > 65 ? 'end' : 'middle';
}
