import { rounded } from '../../platform/rounding.ts';

/** More decimals than that say nothing to a reader; the files have all. */
const MOST_DECIMALS = 2;

/** A figure as pages print it, in a column of figures that are published with so many decimals. */
export function shownScore(value: number, decimals: number): string {
  const most = Math.min(MOST_DECIMALS, decimals);
  return rounded(value, most).toFixed(most);
}

/** The decimals with which the figures of a column are published. */
export function decimalsIn(scores: readonly (string | null)[]): number {
  return Math.max(0, ...scores.map((score) => score?.split('.')[1]?.length ?? 0));
}
