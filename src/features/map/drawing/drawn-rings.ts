import type { GeoContext } from 'd3-geo';

/** A point of a drawing, in whole units. */
export type Point = readonly [x: number, y: number];

/** Gathers what d3-geo would draw as rings of whole units; points that fall on the one before are left out. */
export class RingCollector implements GeoContext {
  readonly rings: Point[][] = [];
  #ring: Point[] = [];

  beginPath(): void {
    this.#ring = [];
  }

  moveTo(x: number, y: number): void {
    this.#ring = [[Math.round(x), Math.round(y)]];
  }

  lineTo(x: number, y: number): void {
    const point: Point = [Math.round(x), Math.round(y)];
    const last = this.#ring.at(-1);
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) {
      this.#ring.push(point);
    }
  }

  closePath(): void {
    const [first, last] = [this.#ring[0], this.#ring.at(-1)];
    if (this.#ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]) {
      this.#ring.pop();
    }
    this.rings.push(this.#ring);
    this.#ring = [];
  }

  arc(): void {
    // Areas have no points of their own to mark.
  }
}

/** The area within a ring, in square units. */
export function ringArea(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y);
  }, 0);
  return Math.abs(twice) / 2;
}

/** Below this a ring is a speck: an islet a reader would take for dirt. */
const SMALLEST_AREA = 4;

/** The rings worth drawing: those that can be seen, and the largest in any case. */
export function visibleRings(rings: readonly (readonly Point[])[]): (readonly Point[])[] {
  const largest = largestRing(rings);
  return rings.filter((ring) => ring === largest || ringArea(ring) >= SMALLEST_AREA);
}

export function largestRing(rings: readonly (readonly Point[])[]): readonly Point[] {
  return rings.reduce<readonly Point[]>(
    (best, ring) => (ringArea(ring) > ringArea(best) ? ring : best),
    rings[0] ?? [],
  );
}

/** An area too small for its corners, as a square of two units about its place. */
function speck([x, y]: Point): string {
  return `M${x - 1} ${y - 1}h2v2h-2z`;
}

/** Rings as SVG path data, each point by its distance from the last: half as long as by its place. */
export function pathOf(rings: readonly (readonly Point[])[]): string {
  return rings
    .map((ring) => {
      const [start] = ring;
      if (start === undefined) {
        return '';
      }
      return ringArea(ring) === 0 ? speck(start) : `M${start[0]} ${start[1]}${stepsOf(ring)}z`;
    })
    .join('');
}

function stepsOf(ring: readonly Point[]): string {
  const steps = ring.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = ring[index] ?? [0, 0];
    return `${x - fromX}${y < fromY ? '' : ' '}${y - fromY}`;
  });
  return steps
    .reduce((text, step) => (text === '' || step.startsWith('-') ? `${text}${step}` : `${text} ${step}`), 'l')
    .replace('l ', 'l');
}
