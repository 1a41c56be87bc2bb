import { z } from 'zod';
import type { HexagonOrientation } from '../drawing/hexagon-geometry.ts';
import type { AreaCell, BoundaryFault, ParsedGeometry, PropertyMapping } from './boundary.ts';
import { readNames } from './feature-to-shape.ts';

const layouts = ['odd-r', 'even-r', 'odd-q', 'even-q'] as const;
type HexLayout = (typeof layouts)[number];

const fileShape = z.object({ layout: z.enum(layouts), hexes: z.record(z.string(), z.unknown()) });
const cellShape = z.object({ q: z.number().int(), r: z.number().int() });

interface FileCell {
  readonly q: number;
  readonly r: number;
}

/**
 * A HexJSON file (https://open-innovations.org/projects/hexmaps/hexjson.html): column `q` grows to the east, row `r` to the
 * north, and what the layout shifts goes by the numbers as they stand in the file.
 */
export function parseHexJson(json: unknown, mapping: PropertyMapping): ParsedGeometry {
  const parsed = fileShape.safeParse(json);
  if (!parsed.success) {
    const reason = `A HexJSON file has “hexes” and a “layout”, one of ${layouts.join(', ')}`;
    return { kind: 'faulty', faults: [{ feature: null, path: 'layout', reason }] };
  }
  const { layout, hexes } = parsed.data;
  const read = Object.entries(hexes).map(([key, value], index) => readCell(key, value, index + 1, mapping));
  const faults = read.flatMap((cell) => ('reason' in cell ? [cell] : []));
  const cells = read.flatMap((cell) => ('reason' in cell ? [] : [cell]));
  const allFaults = [...faults, ...sharedPlaces(cells)];
  if (read.length === 0) {
    return { kind: 'faulty', faults: [{ feature: null, path: 'hexes', reason: 'The file holds no area' }] };
  }
  return allFaults.length > 0 ? { kind: 'faulty', faults: allFaults } : placeHexagons(layout, cells);
}

type ReadCell = Omit<AreaCell, 'column' | 'row'> & FileCell;

function readCell(key: string, value: unknown, number: number, mapping: PropertyMapping): ReadCell | BoundaryFault {
  const path = `hexes.${key}`;
  const place = cellShape.safeParse(value);
  if (!place.success) {
    return { feature: number, path, reason: 'A hexagon has whole numbers q and r' };
  }
  const names = readNames({ number, path, id: key, properties: value }, mapping);
  return 'reason' in names
    ? { ...names, path: names.path.replace('.properties', '') }
    : { feature: number, path, ...names, q: place.data.q, r: place.data.r };
}

function sharedPlaces(cells: readonly ReadCell[]): BoundaryFault[] {
  const first = new Map<string, ReadCell>();
  return cells.flatMap((cell) => {
    const place = `${cell.q},${cell.r}`;
    const other = first.get(place);
    first.set(place, other ?? cell);
    return other === undefined
      ? []
      : [{ feature: cell.feature, path: cell.path, reason: `Stands on the same place as ${other.code}` }];
  });
}

const isOdd = (value: number): boolean => value % 2 !== 0;

/**
 * The same arrangement on the grid of this service: rows counted from the north. There odd rows stand half a cell to the
 * east and, on a grid of columns, odd ones half a cell to the north, so that an empty row or column may come first.
 */
export function placeHexagons(
  layout: HexLayout,
  cells: readonly ReadCell[],
): { kind: 'hexagons'; orientation: HexagonOrientation; cells: AreaCell[] } {
  const west = Math.min(...cells.map(({ q }) => q));
  const north = Math.max(...cells.map(({ r }) => r));
  const isShifted = (value: number) => isOdd(value) === layout.startsWith('odd');
  const isRows = layout.endsWith('-r');
  const emptyRows = isRows && isShifted(north) ? 1 : 0;
  const emptyColumns = !isRows && isShifted(west) ? 1 : 0;
  return {
    kind: 'hexagons',
    orientation: isRows ? 'pointed' : 'flat',
    cells: cells.map(({ q, r, ...cell }) => ({
      ...cell,
      column: q - west + emptyColumns,
      row: north - r + emptyRows,
    })),
  };
}
