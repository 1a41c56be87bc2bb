import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classLegend, quantileClasses, stepOfValue, stepsFor } from './map-classes.ts';

const values = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 });

describe('quantileClasses', () => {
  it('puts every value into exactly one class, none empty, in order', () => {
    fc.assert(
      fc.property(values, (all) => {
        const classes = quantileClasses(all);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.every(({ count, from, to }) => count > 0 && from <= to)).toBe(true);
        expect(classes.slice(1).every(({ from }, index) => from > (classes[index]?.to ?? 0))).toBe(true);
        expect(all.every((value) => classes.filter(({ from, to }) => from <= value && value <= to).length === 1)).toBe(
          true,
        );
      }),
    );
  });

  it('shades more never paler than less, and equal alike', () => {
    fc.assert(
      fc.property(values, (all) => {
        const classes = quantileClasses(all);
        const steps = all.toSorted((a, b) => a - b).map((value) => stepOfValue(classes, value) ?? -1);
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      }),
    );
  });

  it('makes five of about the same number where values differ', () => {
    const all = Array.from({ length: 44 }, (_, index) => index * 3);
    expect(quantileClasses(all).map(({ count }) => count)).toEqual([9, 9, 9, 9, 8]);
  });

  it.each([
    [0, []],
    [1, [2]],
    [2, [0, 4]],
    [3, [0, 2, 4]],
    [5, [0, 1, 2, 3, 4]],
  ])('spreads %i classes over the steps', (count, steps) => {
    expect(stepsFor(count)).toEqual(steps);
  });
});

describe('classLegend', () => {
  it('says what each shade means, of how many, and what is not known', () => {
    const words = { value: String, count: (count: number) => `${count} areas`, unknown: 'Not known' };
    expect(classLegend(quantileClasses([1, 1, 5, 7]), 2, words)).toEqual([
      { step: null, text: 'Not known (2 areas)' },
      { step: 0, text: '1 (2 areas)' },
      { step: 2, text: '5 (1 areas)' },
      { step: 4, text: '7 (1 areas)' },
    ]);
    expect(stepOfValue(quantileClasses([1, 2]), null)).toBeNull();
  });
});
