import { type GeoPermissibleObjects, geoBounds, geoConicEqualArea, geoPath } from 'd3-geo';
import type { MultiPolygon as Drawn, FeatureCollection } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import type { AreaTopology } from '../boundaries/simplify-boundaries.ts';
import { windRings } from '../boundaries/wind-rings.ts';
import { largestRing, pathOf, RingCollector, visibleRings } from './drawn-rings.ts';
import { type LabelPlace, labelPlace } from './label-room.ts';

/** Something drawn as one: the areas of these codes without the borders between them. */
export interface MapUnit {
  readonly key: string;
  readonly codes: readonly string[];
}

export interface DrawnUnit {
  readonly key: string;
  /** SVG path data. */
  readonly path: string;
  readonly label: LabelPlace;
}

export interface BoundaryDrawing {
  readonly width: number;
  readonly height: number;
  /** In the order given; units none of whose areas has a boundary are left out. */
  readonly units: readonly DrawnUnit[];
}

const WIDTH = 1000;
const TALLEST = 1250;
const MARGIN = 6;
/** Type of this size, in units, can be read when the drawing is 600 pixels wide. */
export const LABEL_SIZE = 22;

/** Draws units in a projection true to area, fitted to them, north at the top. */
export function drawBoundaries(topology: AreaTopology, units: readonly MapUnit[]): BoundaryDrawing {
  const merged = units.flatMap((unit) => {
    const geometry = mergeUnit(topology, unit);
    return geometry === null ? [] : [{ key: unit.key, geometry }];
  });
  const whole: FeatureCollection<Drawn> = {
    type: 'FeatureCollection',
    features: merged.map(({ geometry }) => ({ type: 'Feature', properties: null, geometry })),
  };
  if (merged.length === 0) {
    return { width: WIDTH, height: MARGIN, units: [] };
  }
  const projection = projectionFor(whole);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(whole);
  const [x, y] = projection.translate();
  projection.translate([x + MARGIN - left, y + MARGIN - top]);
  return {
    width: Math.ceil(right - left) + 2 * MARGIN,
    height: Math.ceil(bottom - top) + 2 * MARGIN,
    units: merged.map(({ key, geometry }) => drawUnit(key, geometry, projection)),
  };
}

/** The areas of a unit as one, with its rings wound for the sphere; null where no boundary is known. */
function mergeUnit(topology: AreaTopology, { codes }: MapUnit): Drawn | null {
  const wanted = new Set(codes);
  const areas = topology.objects.areas.geometries.filter(
    (geometry): geometry is Polygon | MultiPolygon =>
      wanted.has(String(geometry.id)) && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'),
  );
  if (areas.length === 0) {
    return null;
  }
  const wound = windRings(feature(topology, mergeArcs(topology, areas)).geometry);
  return wound.type === 'MultiPolygon' ? wound : { type: 'MultiPolygon', coordinates: [wound.coordinates] };
}

/** Standard parallels a sixth from the edges in the south and north keep shapes truest. */
function projectionFor(whole: GeoPermissibleObjects) {
  const [[west, south], [east, north]] = geoBounds(whole);
  const sixth = (north - south) / 6;
  return geoConicEqualArea()
    .rotate([-(west + east) / 2, 0])
    .parallels([south + sixth, north - sixth])
    .precision(0)
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [WIDTH - MARGIN, TALLEST - MARGIN],
      ],
      whole,
    );
}

function drawUnit(key: string, geometry: Drawn, projection: ReturnType<typeof projectionFor>): DrawnUnit {
  const collector = new RingCollector();
  geoPath(projection, collector)(geometry);
  const rings = visibleRings(collector.rings);
  return { key, path: pathOf(rings), label: labelPlace(largestRing(rings), LABEL_SIZE) };
}
