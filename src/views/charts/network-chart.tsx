import { rounded } from '../../platform/rounding.ts';
import { ChartFrame } from './chart-frame.tsx';

/** Told apart without colour: whole, in dashes, in dots, and pale. */
export type LinkLook = 'whole' | 'dashed' | 'dotted' | 'pale';

interface NetworkChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Stand in a circle, numbered from 1; the page says which number is whose. */
  readonly nodes: readonly string[];
  readonly links: readonly NetworkLink[];
}

interface NetworkLink {
  readonly from: string;
  readonly to: string;
  readonly look: LinkLook;
}

const size = 360;
const radius = 150;
const nodeRadius = 13;

/** Who is linked with whom, as numbered nodes in a circle. */
export function NetworkChart({ id, title, description, nodes, links }: NetworkChartProps) {
  const placed = new Map(nodes.map((node, index) => [node, placeOf(index, nodes.length)]));
  return (
    <ChartFrame id={id} title={title} description={description} height={size} viewBox={`0 0 ${size} ${size}`}>
      {links.map(({ from, to, look }) => {
        const [start, end] = [placed.get(from), placed.get(to)];
        return start === undefined || end === undefined ? null : (
          <path
            key={`${from} ${to}`}
            className={`ldr-chart__link ldr-chart__link--${look}`}
            // Bent towards the middle, so that a link does not run through the nodes beside it.
            d={`M${start.x} ${start.y}Q${size / 2} ${size / 2} ${end.x} ${end.y}`}
          />
        );
      })}
      {nodes.map((node, index) => {
        const { x, y } = placeOf(index, nodes.length);
        return (
          <g key={node}>
            <circle className="ldr-chart__node" cx={x} cy={y} r={nodeRadius} />
            <text className="ldr-chart__node-number" x={x} y={y} dy="5" textAnchor="middle">
              {index + 1}
            </text>
          </g>
        );
      })}
    </ChartFrame>
  );
}

/** Clockwise from the top. */
function placeOf(index: number, count: number): { readonly x: number; readonly y: number } {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const along = (turned: number) => rounded(size / 2 + radius * turned, 1);
  return { x: along(Math.cos(angle)), y: along(Math.sin(angle)) };
}

/** What the looks of the links stand for. */
export function NetworkKey({
  looks,
}: {
  readonly looks: readonly { readonly look: LinkLook; readonly label: string }[];
}) {
  return (
    <p className="ldr-chart__key">
      {looks.map(({ look, label }) => (
        <span key={look} className="ldr-chart__key-item">
          <svg width="36" height="18" aria-hidden="true" focusable="false">
            <path className={`ldr-chart__link ldr-chart__link--${look}`} d="M0 9L36 9" />
          </svg>
          <span>{label}</span>
        </span>
      ))}
    </p>
  );
}
