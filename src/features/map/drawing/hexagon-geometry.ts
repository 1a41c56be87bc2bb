import { rounded } from '../../../platform/rounding.ts';
/**
 * How hexagons stand: `pointed`, in rows with a corner at the top, odd rows half a cell to the east; `flat`, in columns with
 * a side at the top, odd columns half a cell to the north.
 */
export type HexagonOrientation = 'pointed' | 'flat';

/** A place on the hexagon grid: columns count from the west, rows from the north. */
export interface HexagonPlace {
  readonly column: number;
  readonly row: number;
  /** Pointed where nothing is said; the same for all cells of a map. */
  readonly orientation?: HexagonOrientation;
}

export interface HexagonCentre {
  readonly x: number;
  readonly y: number;
}

export interface HexagonSheet {
  readonly width: number;
  readonly height: number;
}

/** Width of one cell from side to side, in units of the drawing. */
export const CELL_WIDTH = 100;

/** From the centre to a corner: the width from side to side is √3 times this. */
const CORNER = CELL_WIDTH / Math.sqrt(3);
const ROW_STEP = CORNER * 1.5;
const MARGIN = 4;

/** The centre of a cell. Neighbouring cells, in a row or between rows, are one cell width apart. */
export function hexagonCentre({ column, row, orientation = 'pointed' }: HexagonPlace): HexagonCentre {
  if (orientation === 'flat') {
    const down = column % 2 === 0 ? CELL_WIDTH / 2 : 0;
    return {
      x: round(MARGIN + CORNER + column * ROW_STEP),
      y: round(MARGIN + CELL_WIDTH / 2 + row * CELL_WIDTH + down),
    };
  }
  const shift = row % 2 === 0 ? 0 : CELL_WIDTH / 2;
  return {
    x: round(MARGIN + CELL_WIDTH / 2 + column * CELL_WIDTH + shift),
    y: round(MARGIN + CORNER + row * ROW_STEP),
  };
}

/** The corners of a cell as SVG `points`, clockwise; `gap` is what is left free to its neighbours. */
export function hexagonCorners({ x, y }: HexagonCentre, orientation: HexagonOrientation = 'pointed', gap = 4): string {
  const radius = CORNER - gap / Math.sqrt(3);
  const start = orientation === 'pointed' ? -Math.PI / 2 : -Math.PI;
  return Array.from({ length: 6 }, (_, index) => {
    const angle = (Math.PI / 3) * index + start;
    return `${round(x + radius * Math.cos(angle))},${round(y + radius * Math.sin(angle))}`;
  }).join(' ');
}

/** The size of the drawing that holds all the places with a margin; without any it is a bare margin. */
export function hexagonSheet(places: readonly HexagonPlace[]): HexagonSheet {
  const edges = places.map((place) => {
    const { x, y } = hexagonCentre(place);
    return place.orientation === 'flat'
      ? { right: x + CORNER, bottom: y + CELL_WIDTH / 2 }
      : { right: x + CELL_WIDTH / 2, bottom: y + CORNER };
  });
  const right = Math.max(0, ...edges.map((edge) => edge.right));
  const bottom = Math.max(0, ...edges.map((edge) => edge.bottom));
  return { width: round(right + MARGIN), height: round(bottom + MARGIN) };
}

const smallWords = new Set(['and', 'of', 'the']);

/**
 * A label short enough for a cell. A name of one word loses its "shire" where it is long; of several words the initials
 * are kept, e.g. `South Yorkshire and Bassetlaw` -> `SYB`, as local people do.
 */
export function shortLabel(name: string): string {
  const [first = '', second] = wordsOf(name);
  return second === undefined ? first.replace(/shire$/, '') : initialsOf(name, 1);
}

/** The labels of one map, in the order of the names. Where names share their initials, as much of the first word is kept as tells them apart. */
export function shortLabels(names: readonly string[]): string[] {
  const sharing = Map.groupBy(names, shortLabel);
  return names.map((name) => {
    const label = shortLabel(name);
    const others = (sharing.get(label) ?? []).filter((other) => other !== name);
    const longest = wordsOf(name)[0]?.length ?? 0;
    const enough = Array.from({ length: longest }, (_, index) => index + 1).find((kept) =>
      others.every((other) => initialsOf(other, kept) !== initialsOf(name, kept)),
    );
    return others.length === 0 || enough === undefined ? label : initialsOf(name, enough);
  });
}

function wordsOf(name: string): string[] {
  return name.split(/[\s,]+/).filter((word) => word !== '' && !smallWords.has(word.toLowerCase()));
}

/** The first letter of each word, and of the first word as many as are kept. */
function initialsOf(name: string, kept: number): string {
  const letters = (word: string, count: number) => word.charAt(0).toUpperCase() + word.slice(1, count);
  return wordsOf(name)
    .map((word, index) => letters(word, index === 0 ? kept : 1))
    .join('');
}

const LARGEST_LABEL = 20;
const ROOM_FOR_LABEL = 80;

/** The size of type at which a label stays inside its cell; capitals are taken as wider than small letters. */
export function labelSize(label: string): number {
  const ems = [...label].reduce((sum, letter) => sum + (letter === letter.toLowerCase() ? 0.58 : 0.8), 0);
  return round(Math.min(LARGEST_LABEL, ROOM_FOR_LABEL / Math.max(ems, 1)));
}

/** Of a point of the drawing, in hundredths. */
function round(value: number): number {
  return rounded(value, 2);
}
