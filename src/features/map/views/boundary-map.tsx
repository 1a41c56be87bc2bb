import { LABEL_SIZE } from '../drawing/draw-boundaries.ts';
import type { MapKey, MapStep } from '../drawing/map-classes.ts';
import { MapLegend } from './hexagon-map.tsx';

/** An area of the map, drawn along its boundary. */
export interface BoundaryArea {
  readonly key: string;
  readonly href: string;
  /** SVG path data. */
  readonly path: string;
  readonly step: MapStep;
  /** Everything the shade says, e.g. `Devon: under review`. */
  readonly words: string;
  /** Null where no text fits. */
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
}

interface BoundaryMapProps {
  /** Distinguishes the map from others on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly areas: readonly BoundaryArea[];
  readonly legend: readonly MapKey[];
}

/** A map of areas along their boundaries, each a link. What the shades say stands in the titles and in the table too. */
export function BoundaryMap({ id, title, description, width, height, areas, legend }: BoundaryMapProps) {
  return (
    <div className="ldr-hexagons">
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${width} ${height}`}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {areas.map((area) => (
          <a key={area.key} href={area.href} className={`ldr-boundary ldr-boundary--${area.step ?? 'unknown'}`}>
            <title>{area.words}</title>
            <path d={area.path} fillRule="evenodd" />
            {area.label !== null && (
              <text x={area.label.x} y={area.label.y} dy="0.35em" textAnchor="middle" fontSize={LABEL_SIZE}>
                {area.label.text}
              </text>
            )}
          </a>
        ))}
      </svg>
      <MapLegend legend={legend} />
    </div>
  );
}
