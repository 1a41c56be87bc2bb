import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acrossSeries, linesOf, percent, position, stackRows } from './chart-geometry.ts';

describe('position', () => {
  test('runs from 0 to 100 and stops at the ends', () => {
    expect([0, 25, 100, 140, -3].map((value) => position(value))).toEqual([0, 25, 100, 100, 0]);
    expect(position(11, { least: 0, most: 44 })).toBe(25);
    expect([1, 2, 5, 0].map((value) => position(value, { least: 1, most: 5 }))).toEqual([0, 25, 100, 0]);
  });

  test('a larger value never stands nearer the start', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          expect(position(Math.max(a, b))).toBeGreaterThanOrEqual(position(Math.min(a, b)));
        },
      ),
    );
  });
});

test('percentages have two decimals at most', () => {
  expect([percent(43.256), percent(50), percent(0)]).toEqual(['43.26%', '50%', '0%']);
});

describe('lines of a label', () => {
  test.each([
    ['Leadership', '79', 1],
    ['Medicines management and optimisation', '28', 2],
    ['Mental health and learning disability services', '56 of 56', 3],
    ['', '', 1],
    ['Unbreakableunbreakableunbreakable', '1', 1],
  ])('%j beside %j takes %i', (label, value, lines) => {
    expect(linesOf(label, value)).toBe(lines);
  });

  test('never more than one for each word, and no fewer for a longer value', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.nat(20), (parts, length) => {
        const lines = linesOf(parts.join(' '), 'x'.repeat(length));
        expect(lines).toBeLessThanOrEqual(parts.length);
        expect(linesOf(parts.join(' '), 'x'.repeat(length + 5))).toBeGreaterThanOrEqual(lines);
      }),
    );
  });
});

describe('stacked rows', () => {
  test('of nothing have no height', () => {
    expect(stackRows([], 22)).toEqual({ rows: [], height: 0 });
  });

  test('do not overlap, and fit the height', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 20 }), (lines) => {
        const { rows, height } = stackRows(lines, 22);
        rows.forEach((row, index) => {
          expect(row.plotY).toBeGreaterThanOrEqual(row.y + (lines[index] ?? 0) * 20);
          expect(rows[index + 1]?.y ?? height).toBeGreaterThanOrEqual(row.plotY + 22);
        });
      }),
    );
  });
});

test('points of a series spread evenly between the margins', () => {
  expect(acrossSeries(1)).toEqual([16]);
  expect(acrossSeries(4)).toEqual([16, 40, 64, 88]);
  expect(acrossSeries(0)).toEqual([]);
});
