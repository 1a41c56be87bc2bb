import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from './wind-rings.ts';

const FEWEST_POSITIONS = 4;

/** What is wrong with a position as WGS84 longitude and latitude; null when nothing is. */
export function positionFault([x = Number.NaN, y = Number.NaN]: Position): string | null {
  if (!(Number.isFinite(x) && Number.isFinite(y))) {
    return 'A position is two numbers, longitude and latitude';
  }
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
    return null;
  }
  const where = `${x}, ${y} is no longitude and latitude`;
  if (isNationalGrid(x, y)) {
    return `${where}; it looks like metres of the British National Grid. Convert the file to WGS84 (EPSG:4326)`;
  }
  return Math.abs(x) <= 20_037_509 && Math.abs(y) <= 20_048_967 && Math.max(Math.abs(x), Math.abs(y)) > 1_000
    ? `${where}; it looks like metres of a projection such as Web Mercator. Convert the file to WGS84 (EPSG:4326)`
    : where;
}

/** The National Grid covers 700 by 1,300 kilometres; https://www.ordnancesurvey.co.uk (a guide to coordinate systems, 7). */
function isNationalGrid(x: number, y: number): boolean {
  return x >= 0 && x <= 700_000 && y >= 0 && y <= 1_300_000 && Math.max(x, y) > 1_000;
}

export interface GeometryFault {
  /** The way from the geometry, e.g. `.coordinates[0][3]`. */
  readonly path: string;
  readonly reason: string;
}

/** The first thing wrong with the rings of a geometry: a file in the wrong projection is wrong in every position. */
export function geometryFault(geometry: Polygon | MultiPolygon): GeometryFault | null {
  for (const [index, rings] of polygonsOf(geometry).entries()) {
    const base = geometry.type === 'Polygon' ? '.coordinates' : `.coordinates[${index}]`;
    if (rings.length === 0) {
      return { path: base, reason: 'The polygon has no ring' };
    }
    for (const [ringIndex, ring] of rings.entries()) {
      const fault = ringFault(ring);
      if (fault !== null) {
        return { path: `${base}[${ringIndex}]${fault.path}`, reason: fault.reason };
      }
    }
  }
  return polygonsOf(geometry).length === 0 ? { path: '.coordinates', reason: 'The area has no polygon' } : null;
}

function ringFault(ring: readonly Position[]): GeometryFault | null {
  for (const [index, position] of ring.entries()) {
    const reason = positionFault(position);
    if (reason !== null) {
      return { path: `[${index}]`, reason };
    }
  }
  if (ring.length < FEWEST_POSITIONS) {
    return { path: '', reason: `A ring has at least ${FEWEST_POSITIONS} positions; this has ${ring.length}` };
  }
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
    ? null
    : { path: '', reason: 'The ring does not end where it begins' };
}
