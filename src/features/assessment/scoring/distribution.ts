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

/** Scores from `from` up to but not including `to`; the last bin includes 100. */
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

/** Counts of scores in ten bins of ten, 0-10 to 90-100. Throws RangeError for a value outside 0-100. */
export function histogram(scores: readonly number[]): readonly HistogramBin[] {
  const counts = new Array<number>(10).fill(0);
  for (const score of scores) {
    if (!(score >= 0 && score <= 100)) {
      throw new RangeError(`Score outside 0-100: ${score}`);
    }
    const bin = Math.min(9, Math.floor(score / 10));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({ from: bin * 10, to: bin * 10 + 10, count }));
}

function quantile(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p;
  const rank = Math.floor(position);
  const below = sorted[rank] ?? Number.NaN;
  const above = sorted[rank + 1] ?? below;
  return Math.min(above, below + (above - below) * (position - rank));
}
