import { scaleLinear } from 'd3-scale';

/**
 * Charts place things across in per cent of the width they are given and down in pixels, so that a bar stretches with its
 * column while text keeps its size on a phone and on a wide screen alike.
 */

/** Height of a line of text, in pixels; type in charts is 16 pixels. */
export const lineHeight = 20;

/** Characters of 16-pixel text that fit across the narrowest column we draw for (288 pixels on a phone 320 pixels wide). */
const charactersAcross = 36;

/** Five numbers of a spread, of which a band needs the middle three. */
export interface Spread {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** Where a value stands from 0 to 100 across (or up) a plot whose far end is `max`; values beyond an end stand at it. */
export function position(value: number, max = 100): number {
  return scaleLinear().domain([0, max]).range([0, 100]).clamp(true)(value);
}

/** `43.256` -> `43.26%`, as an SVG attribute. */
export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/**
 * Breaks a label between words so that no line is longer than `limit` characters; a longer single word keeps a line of its
 * own. SVG text does not wrap by itself.
 */
export function wrapLabel(label: string, limit: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= limit) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.length === 0 ? [''] : lines;
}

/** Characters left for a label beside a value on the same line; never so few that a word cannot stand. */
export function labelLimit(value: string): number {
  return Math.max(14, charactersAcross - value.length - 2);
}

/** A labelled row: the lines of its label, and where it and its plot begin, in pixels from the top. */
export interface PlacedRow {
  readonly lines: readonly string[];
  readonly y: number;
  readonly plotY: number;
}

/** Stacks labelled rows, each with its label above a plot `plotHeight` high; `height` is that of all of them. */
export function stackRows(
  labels: readonly (readonly string[])[],
  plotHeight: number,
): { rows: PlacedRow[]; height: number } {
  const labelGap = 4;
  const rowGap = 14;
  let y = 0;
  const rows = labels.map((lines) => {
    const plotY = y + lines.length * lineHeight + labelGap;
    const row = { lines, y, plotY };
    y = plotY + plotHeight + rowGap;
    return row;
  });
  return { rows, height: Math.max(0, y - rowGap) };
}

/** How far across the points of a series stand, evenly spread from 14 to 92 per cent: labels need room at both ends. */
export function acrossSeries(count: number): number[] {
  const [first, last] = [14, 92];
  return Array.from({ length: count }, (_, index) =>
    count === 1 ? first : first + ((last - first) * index) / (count - 1),
  );
}

/** Which way a label at this place across grows, so that it stays inside the picture. */
export function anchorAt(across: number): 'start' | 'middle' | 'end' {
  return across < 5 ? 'start' : across > 88 ? 'end' : 'middle';
}
