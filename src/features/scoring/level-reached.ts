import type { Level } from '../programme/index.ts';

/** How many of the elements of a level are met. */
export interface LevelTally {
  /** The option of the scale that the level stands for. */
  readonly option: string;
  readonly met: number;
  readonly of: number;
}

export interface LevelReached {
  /** The option of the scale that the level stands for. */
  readonly option: string;
  /** Of all levels that need something, lowest first. */
  readonly tally: readonly LevelTally[];
}

/**
 * The level of a question: the highest of which all elements are met, and all of every level below it; the first where there is none
 * such. What is met above a level that is not reached counts for nothing until it is. The order of `met` is irrelevant.
 *
 * The rule is that of NHS England's Digital Maturity Assessment of 2025, as its report states it: all elements of a level, whole
 * numbers. That levels are cumulative is inferred.
 *
 * @param levels of one question, lowest first; throws RangeError where there are none
 */
export function levelReached(levels: readonly Level[], met: readonly string[]): LevelReached {
  const ids = new Set(met);
  const counted = levels.map(({ option, elements }) => ({
    option,
    met: elements.filter(({ id }) => ids.has(id)).length,
    of: elements.length,
  }));
  const short = counted.findIndex((level) => level.met < level.of);
  const reached = short === -1 ? counted.at(-1) : counted[short - 1];
  if (reached === undefined) {
    throw new RangeError('A question that is answered by elements has levels, and the first of them needs nothing');
  }
  return { option: reached.option, tally: counted.slice(1) };
}
