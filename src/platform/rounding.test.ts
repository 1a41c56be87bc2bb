import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounded } from './rounding.ts';

describe('rounding', () => {
  it.each([
    [49.5, 50],
    [49.49, 49],
    [(0.1 + 0.2) * 5 + 48, 50],
    [(73 + 40 + 68) / 3, 60],
    [60.499_999_999_999_99, 61],
    [60.4999, 60],
  ])('%d is shown as %d', (value, shown) => {
    expect(rounded(value)).toBe(shown);
  });

  it('rounds the mean of a half up, in whatever order its parts are added', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }), (tenths) => {
        const total = tenths.reduce((sum, value) => sum + value, 0);
        const mean = tenths.map((value) => value / 10 / tenths.length).reduce((sum, value) => sum + value, 0);
        expect(rounded(mean)).toBe(Math.floor((2 * total + 10 * tenths.length) / (20 * tenths.length)));
      }),
    );
  });

  it('keeps decimals where they are asked for', () => {
    expect(rounded(72.25, 1)).toBe(72.3);
    expect(rounded(1.005, 2)).toBe(1.01);
  });
});
