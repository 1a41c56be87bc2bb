import { ChartFrame } from './chart-frame.tsx';
import { percent, position } from './chart-geometry.ts';
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
  /** Side by side from 0 to 100. */
  readonly bins: readonly Bin[];
  readonly marker?: { readonly value: number; readonly label: string } | null;
}

const plotTop = 24;
const plotHeight = 96;
const baseline = plotTop + plotHeight;

/** How many scores fall in each band of ten, the count printed on each column; one value may be picked out beneath. */
export function Histogram({ id, title, description, bins, marker }: HistogramProps) {
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  return (
    <ChartFrame id={id} title={title} description={description} height={baseline + (marker ? 62 : 26)}>
      {bins.map((bin) => (
        <Column key={bin.from} bin={bin} highest={highest} />
      ))}
      <line className="ldr-chart__zero" x1="0" x2="100%" y1={baseline} y2={baseline} />
      {[0, 20, 40, 60, 80, 100].map((score) => (
        <text
          key={score}
          className="ldr-chart__axis"
          x={percent(score)}
          y={baseline + 18}
          textAnchor={edgeAnchor(score)}
        >
          {score}
        </text>
      ))}
      {marker && (
        <>
          <At across={position(marker.value)} y={baseline + 30}>
            <path className="ldr-chart__marker" d="M0,-8 L8,4 L-8,4 Z" />
          </At>
          <text
            className="ldr-chart__value"
            x={percent(position(marker.value))}
            y={baseline + 54}
            textAnchor={markerAnchor(marker.value)}
          >
            {marker.label}
          </text>
        </>
      )}
    </ChartFrame>
  );
}

function Column({ bin, highest }: { bin: Bin; highest: number }) {
  const height = (bin.count / highest) * plotHeight;
  const gap = 0.6;
  return (
    <>
      <rect
        className="ldr-chart__bar"
        x={percent(bin.from + gap)}
        width={percent(bin.to - bin.from - 2 * gap)}
        y={baseline - height}
        height={height}
      />
      {bin.count > 0 && (
        <text
          className="ldr-chart__count"
          x={percent((bin.from + bin.to) / 2)}
          y={baseline - height - 6}
          textAnchor="middle"
        >
          {bin.count}
        </text>
      )}
    </>
  );
}

function edgeAnchor(score: number): 'start' | 'middle' | 'end' {
  return score === 0 ? 'start' : score === 100 ? 'end' : 'middle';
}

/** The words of a marker may be long: from the middle third outwards they grow towards the middle. */
function markerAnchor(value: number): 'start' | 'middle' | 'end' {
  return value < 35 ? 'start' : value > 65 ? 'end' : 'middle';
}
