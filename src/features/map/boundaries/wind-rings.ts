import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Twice the area of a ring on the plain of longitude and latitude, above nought when it runs anticlockwise. */
export function signedArea(ring: readonly Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y);
  }, 0);
}

/**
 * The same polygons with outer rings clockwise and holes anticlockwise. On a sphere a ring has an inside by its direction
 * alone: d3-geo takes an outer ring that runs anticlockwise, as RFC 7946 has it, for the whole globe except the area.
 */
export function windRings(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: windPolygon(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(windPolygon) };
}

function windPolygon(rings: Position[][]): Position[][] {
  return rings.map((ring, index) => {
    const isClockwise = signedArea(ring) < 0;
    return isClockwise === (index === 0) ? ring : ring.toReversed();
  });
}

/** The polygons of either kind of geometry. */
export function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
