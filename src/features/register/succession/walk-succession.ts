import { by } from '../../../platform/compare.ts';
import { earlierOf } from '../../../platform/days.ts';
import type { SuccessionLink } from './succession.ts';

/** The days of a walk: what stood on `from`, and what stands in its place on `until`. Both inclusive. */
export interface WalkDays {
  readonly from: string;
  readonly until: string;
}

/** One way from the start to what stands in its place; every code or id on it once a step, the start first. */
export interface SuccessionPath {
  readonly steps: readonly string[];
  /** The last step; null where the way ends in a closure. */
  readonly end: string | null;
}

/**
 * Every way from `start`, as it stood on one day, to what stands in its place on a later one: one way where it went on
 * unchanged or was merged, several where it was split, one with no end where it closed. Ways are in the order of their steps.
 *
 * A link counts when its day lies after `from` and no later than `until`. Something that is named among its own successors
 * goes on beside them (a changed boundary, `X -> X` and `X -> Y`), and a step to itself is not written twice. A way takes
 * links in the order of their days and at most one of a day: what comes into being on a day does not hand over on the same
 * day, so that a file with a circle in one day cannot lead round for ever.
 */
export function walkSuccession(
  links: readonly SuccessionLink[],
  start: string,
  { from, until }: WalkDays,
): SuccessionPath[] {
  const counting = links.filter(({ effectiveOn }) => effectiveOn > from && effectiveOn <= until);
  return walkIndexed(indexByPredecessor(counting), start, { from, until });
}

export type SuccessionIndex = ReadonlyMap<string, readonly SuccessionLink[]>;

/** Links by predecessor, for walking from many starts. */
export function indexByPredecessor(links: readonly SuccessionLink[]): SuccessionIndex {
  return Map.groupBy(links, ({ predecessorId }) => predecessorId);
}

/** As `walkSuccession`, over links that were put in order once. */
export function walkIndexed(index: SuccessionIndex, start: string, { from, until }: WalkDays): SuccessionPath[] {
  const next = nextLinks(index, start, from, until);
  if (next.length === 0) {
    return [{ steps: [start], end: start }];
  }
  const paths = next.flatMap(({ successorId, effectiveOn }): SuccessionPath[] => {
    if (successorId === null) {
      return [{ steps: [start], end: null }];
    }
    const onward = walkIndexed(index, successorId, { from: effectiveOn, until });
    return successorId === start ? onward : onward.map(({ steps, end }) => ({ steps: [start, ...steps], end }));
  });
  return eachOnce(paths);
}

/** The links of the first day on which anything happened. */
function nextLinks(index: SuccessionIndex, id: string, after: string, until: string): SuccessionLink[] {
  const later = (index.get(id) ?? []).filter(({ effectiveOn }) => effectiveOn > after && effectiveOn <= until);
  const first = later.reduce((day, { effectiveOn }) => earlierOf(effectiveOn, day), '9999-12-31');
  return later.filter(({ effectiveOn }) => effectiveOn === first);
}

function eachOnce(paths: readonly SuccessionPath[]): SuccessionPath[] {
  const byKey = new Map(paths.map((path) => [`${path.steps.join(' ')}${path.end === null ? ' -' : ''}`, path]));
  return [...byKey].toSorted(by(([key]) => key)).map(([, path]) => path);
}

/** What stands in the place of `start`, each once; empty where it closed. */
export function endsOf(paths: readonly SuccessionPath[]): string[] {
  return [...new Set(paths.flatMap(({ end }) => end ?? []))].toSorted();
}
