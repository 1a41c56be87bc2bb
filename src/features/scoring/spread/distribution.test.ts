import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histogram, summarise } from './distribution.ts';

const score = fc.double({ min: 0, max: 100, noNaN: true });
const scores = fc.array(score, { minLength: 1, maxLength: 60 });

describe('summary', () => {
  test('of nothing is nothing', () => {
    expect(summarise([])).toBeNull();
  });

  test('of one value is that value throughout', () => {
    expect(summarise([41])).toEqual({ n: 1, min: 41, q1: 41, median: 41, q3: 41, max: 41, mean: 41 });
  });

  test('interpolates between ranks', () => {
    expect(summarise([40, 10, 30, 20])).toEqual({ n: 4, min: 10, q1: 17.5, median: 25, q3: 32.5, max: 40, mean: 25 });
    expect(summarise([1, 2, 3, 4, 100])).toEqual({ n: 5, min: 1, q1: 2, median: 3, q3: 4, max: 100, mean: 22 });
  });

  test('is in order, within the values, and the same in any order', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const summary = summarise(values);
        if (summary === null) {
          throw new Error('values were given');
        }
        const { min, q1, median, q3, max, mean } = summary;
        expect([min, q1, median, q3, max]).toEqual([min, q1, median, q3, max].toSorted((a, b) => a - b));
        expect(mean).toBeGreaterThanOrEqual(min);
        expect(mean).toBeLessThanOrEqual(max);
        expect(values).toContain(min);
        expect(values).toContain(max);
        expect(summarise(values.toReversed())).toEqual(summary);
      }),
    );
  });

  test('half the values lie at or below the median', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const median = summarise(values)?.median ?? Number.NaN;
        expect(values.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(values.filter((value) => value >= median).length * 2).toBeGreaterThanOrEqual(values.length);
      }),
    );
  });
});

const hundred = { least: 0, most: 100 };

describe('histogram', () => {
  test('has ten bins, closed below and open above, with 100 in the last', () => {
    const bins = histogram([0, 9.99, 10, 55, 90, 100], hundred);
    expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
    expect(bins[0]).toMatchObject({ from: 0, to: 10 });
    expect(bins[9]).toMatchObject({ from: 90, to: 100 });
  });

  test('has a bin for each half of a level, with the highest in the last', () => {
    const bins = histogram([1, 1.49, 1.5, 4.5, 5], { least: 1, most: 5 });
    expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 2]);
    expect(bins.at(-1)).toMatchObject({ from: 4.5, to: 5 });
  });

  test('counts every score once, in the bin that holds it', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const bins = histogram(values, hundred);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const { from, to, count } of bins) {
          const inside = values.filter((value) => value >= from && (value < to || (to === 100 && value === 100)));
          expect(count).toBe(inside.length);
        }
      }),
    );
  });

  test.each([-0.1, 100.1, Number.NaN])('%s is not a score', (value) => {
    expect(() => histogram([value], hundred)).toThrow(RangeError);
  });
});
