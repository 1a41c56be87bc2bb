import type { Point } from './drawn-rings.ts';

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  /** Width that is free about the place, in units of the drawing. */
  readonly room: number;
}

/** The centre of gravity of a ring. */
export function centreOf(ring: readonly Point[]): Point {
  let [twice, sumX, sumY] = [0, 0, 0];
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    const cross = x * nextY - nextX * y;
    twice += cross;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  }
  const [first = [0, 0]] = ring;
  return twice === 0 ? first : [Math.round(sumX / (3 * twice)), Math.round(sumY / (3 * twice))];
}

/**
 * Where a line of text of that height stands best in a ring: about its centre of gravity, with the width free there. No
 * room where the centre lies outside, as in a crescent.
 */
export function labelPlace(ring: readonly Point[], height: number): LabelPlace {
  const [x, y] = centreOf(ring);
  const halves = [y - height / 2, y, y + height / 2].map((level) => freeHalf(ring, x, level));
  return { x, y, room: 2 * Math.min(...halves) };
}

/** The distance from a point to the nearest border at its height; nought outside. */
function freeHalf(ring: readonly Point[], x: number, y: number): number {
  // Half a unit beside every corner, so that none is met twice.
  const level = Math.floor(y) + 0.5;
  const crossings = ring.flatMap(([fromX, fromY], index) => {
    const [toX, toY] = ring[(index + 1) % ring.length] ?? [fromX, fromY];
    return fromY < level === toY < level ? [] : [fromX + ((level - fromY) * (toX - fromX)) / (toY - fromY)];
  });
  const [left, right] = [crossings.filter((at) => at <= x), crossings.filter((at) => at > x)];
  return left.length % 2 === 0 ? 0 : Math.min(...left.map((at) => x - at), ...right.map((at) => at - x));
}

const SMALL_LETTER = 0.56;
const CAPITAL = 0.74;

/** The first of the texts that stays within the room at a size of type; null when none does. */
export function fittingLabel(texts: readonly string[], room: number, size: number): string | null {
  return texts.find((text) => textWidth(text) * size <= room) ?? null;
}

/** Width of a text in ems, rather too wide than too narrow. */
function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter === letter.toLowerCase() ? SMALL_LETTER : CAPITAL), 0);
}
