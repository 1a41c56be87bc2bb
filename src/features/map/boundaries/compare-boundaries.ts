import { createHash } from 'node:crypto';
import { by } from '../../../platform/compare.ts';
import type { AreaCell, AreaShape } from './boundary.ts';

/** An area of a set, by code, with what tells whether it changed. */
export interface BoundaryMark {
  readonly code: string;
  readonly name: string;
  /** SHA-256 of the shape as it was in the file, or of the place of the hexagon. */
  readonly digest: string;
}

export interface BoundaryDifference {
  readonly added: readonly BoundaryMark[];
  readonly changed: readonly BoundaryMark[];
  readonly gone: readonly BoundaryMark[];
  readonly sameCount: number;
}

/** What a new set would change in the one that holds, each list by code. */
export function compareBoundaries(before: readonly BoundaryMark[], after: readonly BoundaryMark[]): BoundaryDifference {
  const earlier = new Map(before.map((mark) => [mark.code, mark]));
  const later = new Set(after.map(({ code }) => code));
  const changed = after.filter(({ code, digest }) => earlier.has(code) && earlier.get(code)?.digest !== digest);
  const added = after.filter(({ code }) => !earlier.has(code));
  return {
    added: added.toSorted(byCode),
    changed: changed.toSorted(byCode),
    gone: before.filter(({ code }) => !later.has(code)).toSorted(byCode),
    sameCount: after.length - added.length - changed.length,
  };
}

const byCode = by<BoundaryMark>(({ code }) => code);

export function shapeMark({ code, name, geometry }: AreaShape): BoundaryMark {
  return { code, name, digest: sha256(JSON.stringify(geometry)) };
}

export function cellMark({ code, name, column, row }: AreaCell): BoundaryMark {
  return { code, name, digest: sha256(`${column},${row}`) };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
