import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';

interface PartitionSettings {
  readonly codes: readonly string[];
  readonly columns: number;
  /** Corners on each side of an area: with 50, as detailed as published boundaries. */
  readonly cornersPerSide: number;
  readonly codeProperty?: string;
}

const [WEST, SOUTH, STEP] = [-5.5, 50, 0.4];

/**
 * Made-up areas, one a code, that lie side by side in rows like a brick wall seen from the air: jagged borders, the same
 * positions on both sides, in WGS84 somewhere about England. Rings run anticlockwise as RFC 7946 asks.
 */
export function partition(settings: PartitionSettings): FeatureCollection<Polygon> {
  return {
    type: 'FeatureCollection',
    features: settings.codes.map((code, index) => area(code, index, settings)),
  };
}

function area(code: string, index: number, settings: PartitionSettings): Feature<Polygon> {
  const { columns, cornersPerSide, codeProperty = 'code' } = settings;
  const [x, y] = [index % columns, Math.floor(index / columns)];
  const south = side([x, y], [x + 1, y], cornersPerSide);
  const east = side([x + 1, y], [x + 1, y + 1], cornersPerSide);
  const north = side([x, y + 1], [x + 1, y + 1], cornersPerSide).toReversed();
  const west = side([x, y], [x, y + 1], cornersPerSide).toReversed();
  const ring = [south, east, north, west].flatMap((positions) => positions.slice(0, -1));
  return {
    type: 'Feature',
    properties: { [codeProperty]: code, name: `Area ${code}` },
    geometry: { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] },
  };
}

/** From one crossing of the grid to the next, always the same way, so that both neighbours have the same positions. */
function side([fromX, fromY]: [number, number], [toX, toY]: [number, number], corners: number): Position[] {
  return Array.from({ length: corners + 1 }, (_, index) => {
    const share = index / corners;
    const jag =
      index === 0 || index === corners ? 0 : 0.06 * Math.sin(index * 12.9898 + fromX * 78.233 + fromY * 37.719);
    const [alongX, alongY] = [fromX + (toX - fromX) * share, fromY + (toY - fromY) * share];
    return toX > fromX ? degrees(alongX, alongY + jag) : degrees(alongX + jag, alongY);
  });
}

function degrees(x: number, y: number): Position {
  return [round(WEST + x * STEP), round(SOUTH + y * STEP)];
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
