import type { ScoreScale } from '../../programme/index.ts';
import { mean } from './mean.ts';

/** Five numbers and a mean, in the units of the values. */
export interface Distribution {
  readonly n: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  readonly mean: number;
}

/**
 * Fewest scores of which a spread is shown, wherever one is. Each organisation's own public scores are on a page, so this hides nobody:
 * quartiles of one to four values are those values in disguise and say nothing of a group.
 */
export const smallestGroup = 5;

/** Summary of how values spread where enough of them make a group; null otherwise. */
export function spreadShown(values: readonly number[]): Distribution | null {
  return values.length < smallestGroup ? null : summarise(values);
}

/** Scores from `from` up to but not including `to`; the last bin includes its end. */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Summary of how values spread; null when there are none.
 *
 * Quartiles interpolate linearly between the two nearest ranks, at position (n - 1) x p counted from 0. That is method 7 of
 * Hyndman and Fan (1996), the inclusive quartile of spreadsheets and PostgreSQL's `percentile_cont`, so a figure made here
 * and one made in a query or a reader's spreadsheet agree.
 */
export function summarise(values: readonly number[]): Distribution | null {
  // A typed array is sorted by number, and several times as fast.
  const sorted = Float64Array.from(values).sort();
  const average = mean(sorted);
  const min = sorted[0];
  const max = sorted.at(-1);
  if (average === null || min === undefined || max === undefined) {
    return null;
  }
  return {
    n: sorted.length,
    min,
    q1: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    q3: quantile(sorted, 0.75),
    max,
    // Rounding in a long sum may push the mean of equal values past them.
    mean: Math.min(max, Math.max(min, average)),
  };
}

/**
 * Counts of scores in bins side by side over their scale: ten of ten points from 0 to 100, eight of half a level from 1 to 5. Throws
 * RangeError for a value outside the scale.
 */
export function histogram(
  scores: readonly number[],
  { least, most }: Pick<ScoreScale, 'least' | 'most'>,
): readonly HistogramBin[] {
  const span = most - least;
  const width = span < FEW_POINTS ? HALF_A_LEVEL : span / BINS;
  const counts = new Array<number>(Math.max(1, Math.ceil(span / width))).fill(0);
  for (const score of scores) {
    if (!(score >= least && score <= most)) {
      throw new RangeError(`Score outside ${least}-${most}: ${score}`);
    }
    const bin = Math.min(counts.length - 1, Math.floor((score - least) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({
    from: least + bin * width,
    to: Math.min(most, least + (bin + 1) * width),
    count,
  }));
}

const BINS = 10;

/** On a scale of so few points a bin is half a level wide. */
const FEW_POINTS = 10;
const HALF_A_LEVEL = 0.5;

function quantile(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p;
  const rank = Math.floor(position);
  const below = sorted[rank] ?? Number.NaN;
  const above = sorted[rank + 1] ?? below;
  return Math.min(above, below + (above - below) * (position - rank));
}
