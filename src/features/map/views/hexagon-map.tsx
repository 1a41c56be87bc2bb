import { rounded } from '../../../platform/rounding.ts';
import {
  type HexagonPlace,
  hexagonCentre,
  hexagonCorners,
  hexagonSheet,
  labelSize,
  shortLabels,
} from '../drawing/hexagon-geometry.ts';
import type { MapKey, MapStep } from '../drawing/map-classes.ts';

export interface MapCell {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly place: HexagonPlace;
  readonly step: MapStep;
  /** Everything the cell says, for those who cannot see it, e.g. `Devon: 1 footprint, under review`. */
  readonly words: string;
  /** Set apart from the others by a heavy outline. */
  readonly isMarked?: boolean;
}

interface HexagonMapProps {
  /** Distinguishes the map from others on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly cells: readonly MapCell[];
  readonly legend: readonly MapKey[];
  /** A small map shows where a place is: it has no labels and no discs. */
  readonly small?: boolean;
}

/** A map of areas as hexagons of one size, each a link. What the colours say stands in the discs and words as well. */
export function HexagonMap({ id, title, description, cells, legend, small = false }: HexagonMapProps) {
  const sheet = hexagonSheet(cells.map((cell) => cell.place));
  const labels = shortLabels(cells.map(({ name }) => name));
  const labelOf = new Map(cells.map(({ key }, index) => [key, labels[index] ?? '']));
  return (
    <div className={small ? 'ldr-hexagons ldr-hexagons--small' : 'ldr-hexagons'}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${sheet.width} ${sheet.height}`}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {inDrawingOrder(cells).map((cell) => (
          <Cell key={cell.key} cell={cell} label={labelOf.get(cell.key) ?? ''} small={small} />
        ))}
      </svg>
      {legend.length > 0 && <MapLegend legend={legend} />}
    </div>
  );
}

/** A marked cell comes last, or its neighbours would draw over its outline. */
function inDrawingOrder(cells: readonly MapCell[]): readonly MapCell[] {
  return cells.some((cell) => cell.isMarked)
    ? [...cells.filter((cell) => !cell.isMarked), ...cells.filter((cell) => cell.isMarked)]
    : cells;
}

const LABEL_ABOVE = 6;
const DISC_BELOW = 20;

function Cell({ cell, label, small }: { cell: MapCell; label: string; small: boolean }) {
  const centre = hexagonCentre(cell.place);
  return (
    <a href={cell.href} className={cellClass(cell)} {...(cell.isMarked ? { 'aria-current': 'true' as const } : {})}>
      <title>{small || cell.words.startsWith(label) ? cell.words : `${label}. ${cell.words}`}</title>
      <polygon points={hexagonCorners(centre, cell.place.orientation)} />
      {!small && (
        <>
          <text x={centre.x} y={centre.y - LABEL_ABOVE} textAnchor="middle" fontSize={labelSize(label)}>
            {label}
          </text>
          <Disc x={centre.x} y={centre.y + DISC_BELOW} step={cell.step} />
        </>
      )}
    </a>
  );
}

function cellClass({ step, isMarked }: MapCell): string {
  return `ldr-hexagon ldr-hexagon--${step ?? 'unknown'}${isMarked ? ' ldr-hexagon--marked' : ''}`;
}

const RADIUS = 11;

/** A disc that fills clockwise, a quarter a step; a dash where nothing is known. */
export function Disc({ x, y, step }: { x: number; y: number; step: MapStep }) {
  if (step === null) {
    return <line className="ldr-disc-outline" x1={x - RADIUS / 2} x2={x + RADIUS / 2} y1={y} y2={y} strokeWidth={3} />;
  }
  return (
    <g className="ldr-disc">
      <circle className="ldr-disc-outline" cx={x} cy={y} r={RADIUS} strokeWidth={2.5} fill="none" />
      {step === 4 && <circle className="ldr-disc-fill" cx={x} cy={y} r={RADIUS - 3} />}
      {step > 0 && step < 4 && <path className="ldr-disc-fill" d={slice(x, y, RADIUS - 3, step / 4)} />}
    </g>
  );
}

/** A slice of a disc from twelve o'clock; `share` lies between 0 and 1. */
function slice(x: number, y: number, radius: number, share: number): string {
  const angle = share * 2 * Math.PI;
  const [endX, endY] = [x + radius * Math.sin(angle), y - radius * Math.cos(angle)].map((value) => rounded(value, 2));
  return `M${x} ${y}V${y - radius}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${endX} ${endY}Z`;
}

/** What each shade and disc of a map means. */
export function MapLegend({ legend }: Pick<HexagonMapProps, 'legend'>) {
  return (
    <ul className="ldr-hexagon-legend">
      {legend.map(({ step, text }) => (
        <li key={text}>
          <svg
            xmlns="http://www.w3.org/2000/svg"
            viewBox="0 0 40 40"
            width="32"
            height="32"
            aria-hidden="true"
            focusable="false"
          >
            <g className={`ldr-hexagon ldr-hexagon--${step ?? 'unknown'}`}>
              <rect x="1" y="1" width="38" height="38" rx="4" />
              <Disc x={20} y={20} step={step} />
            </g>
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
