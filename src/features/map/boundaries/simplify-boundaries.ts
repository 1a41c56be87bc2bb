import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology, Polygon as TopologyPolygon } from 'topojson-specification';
import type { AreaShape } from './boundary.ts';
import { signedArea } from './wind-rings.ts';

/** Areas as they are stored: one object `areas`, whose geometries bear the codes as their ids. */
export type AreaTopology = Topology<{ areas: GeometryCollection }>;

export interface SimplifiedBoundaries {
  readonly topology: AreaTopology;
  /** Corners whose triangle with their neighbours is smaller were left out, in square degrees; 0 when none was. */
  readonly weight: number;
  /** Positions kept, each shared border counted once. */
  readonly pointCount: number;
  /** Positions before. */
  readonly originalPointCount: number;
}

/** Enough for a region on a map 600 pixels wide; all of it drawn takes some 30 kilobytes compressed. */
const POINT_BUDGET = 16_000;
/** Steps of the grid across the whole: for England about 6 metres before, and 60 metres as stored. */
const FINE_GRID = 100_000;
const STORED_GRID = 10_000;
/** Positions that the largest ring of every area keeps, so that none vanishes. */
const FEWEST_KEPT = 8;

/** A topology whose positions bear their weight as a third number. */
type Measured = AreaTopology;

/**
 * The shapes with the corners that show least left out (Visvalingam and Whyatt), so many that the budget holds. Neighbours
 * keep the same border, without gaps or overlaps that were not there before.
 */
export function simplifyBoundaries(shapes: readonly AreaShape[], pointBudget = POINT_BUDGET): SimplifiedBoundaries {
  const areas: FeatureCollection<Polygon | MultiPolygon> = {
    type: 'FeatureCollection',
    features: shapes.map(({ code, geometry }) => ({ type: 'Feature', id: code, properties: null, geometry })),
  };
  const whole = topology({ areas }, FINE_GRID) as AreaTopology;
  const measured: Measured = presimplify(whole);
  keepLargestRings(measured);
  const cornerCount = measured.arcs.flat().filter((point) => Number.isFinite(point[2])).length;
  const share = cornerCount === 0 ? 1 : pointBudget / cornerCount;
  const weight = share >= 1 ? 0 : quantile(measured, share);
  // The smallest area is taken off by a weight just above nought: positions in a straight line show nothing.
  const simplified = simplify(measured, Math.max(weight, Number.MIN_VALUE));
  return {
    topology: quantize(simplified, STORED_GRID) as AreaTopology,
    weight,
    pointCount: countPoints(simplified),
    originalPointCount: countPoints(whole),
  };
}

function countPoints({ arcs }: AreaTopology): number {
  return arcs.reduce((sum, arc) => sum + arc.length, 0);
}

function outerRing(measured: Measured, arcs: number[][]): Position[] {
  const polygon: TopologyPolygon = { type: 'Polygon', arcs };
  return feature(measured, polygon).geometry.coordinates[0] ?? [];
}

/** Raises the weight of the corners that show most in the largest ring of each area, so that no budget takes them. */
function keepLargestRings(measured: Measured): void {
  for (const geometry of measured.objects.areas.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
      continue;
    }
    const polygons: number[][][] = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
    const rings = polygons.map((polygon) => outerRing(measured, polygon));
    const sizes = rings.map((ring) => Math.abs(signedArea(ring)));
    const largest = polygons[sizes.indexOf(Math.max(...sizes))]?.[0] ?? [];
    const corners = largest.flatMap((arc) => measured.arcs[arc < 0 ? ~arc : arc] ?? []);
    for (const corner of corners.toSorted((a, b) => (b[2] ?? 0) - (a[2] ?? 0)).slice(0, FEWEST_KEPT)) {
      corner[2] = Number.POSITIVE_INFINITY;
    }
  }
}
