import { scaleLinear } from 'd3-scale';
import { rounded } from '../../platform/rounding.ts';

/**
 * Charts place things across in per cent of the width they are given and down in pixels, so that a bar stretches with its
 * column while text keeps its size on a phone and on a wide screen alike.
 */

/** Height of a line of text, in pixels; type in charts is 16 pixels. */
const lineHeight = 20;

/** Characters of 16-pixel text that fit across the narrowest column we draw for: 250 pixels, a card on a phone 320 pixels wide. */
const charactersAcross = 30;

/** Five numbers of a spread, of which a band needs the middle three. */
export interface Spread {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** What a plot runs from and to, and how its values are printed. */
export interface PlotScale {
  readonly least: number;
  readonly most: number;
  readonly format: (value: number) => string;
}

export const hundred: PlotScale = { least: 0, most: 100, format: (value) => String(rounded(value)) };

/** Where a value stands from 0 to 100 across (or up) a plot; values beyond an end stand at it. */
export function position(value: number, { least, most }: Pick<PlotScale, 'least' | 'most'> = hundred): number {
  return scaleLinear().domain([least, most]).range([0, 100]).clamp(true)(value);
}

/** `43.256` -> `43.26%`, as an SVG attribute. */
export function percent(value: number): string {
  return `${rounded(value, 2)}%`;
}

/**
 * Lines a label takes beside a value on the narrowest column. On a wider one it takes fewer, and stands at the foot of the
 * room it was given.
 */
export function linesOf(label: string, value: string): number {
  const limit = Math.max(12, charactersAcross - value.length - 2);
  let lines = 1;
  let used = 0;
  for (const word of label.split(/[ \n]+/)) {
    const fits = used === 0 || used + 1 + word.length <= limit;
    lines += fits ? 0 : 1;
    used = fits && used > 0 ? used + 1 + word.length : word.length;
  }
  return lines;
}

/** Where the room for a row's label begins, and where its plot does, in pixels from the top. */
export interface PlacedRow {
  readonly y: number;
  readonly plotY: number;
}

/** Stacks labelled rows, each with `lines` of label above a plot `plotHeight` high; `height` is that of all of them. */
export function stackRows(lines: readonly number[], plotHeight: number): { rows: PlacedRow[]; height: number } {
  const labelGap = 4;
  const rowGap = 14;
  let y = 0;
  const rows = lines.map((count) => {
    const plotY = y + count * lineHeight + labelGap;
    const row = { y, plotY };
    y = plotY + plotHeight + rowGap;
    return row;
  });
  return { rows, height: Math.max(0, y - rowGap) };
}

/** How far across the points of a series stand, evenly spread from 16 to 88 per cent: the labels under both ends need room. */
export function acrossSeries(count: number): number[] {
  const [first, last] = [16, 88];
  return Array.from({ length: count }, (_, index) =>
    count === 1 ? first : first + ((last - first) * index) / (count - 1),
  );
}
