import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acrossSeries, anchorAt, labelLimit, percent, position, stackRows, wrapLabel } from './chart-geometry.ts';

describe('position', () => {
  test('runs from 0 to 100 and stops at the ends', () => {
    expect([0, 25, 100, 140, -3].map((value) => position(value))).toEqual([0, 25, 100, 100, 0]);
    expect(position(11, 44)).toBe(25);
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

describe('wrapping a label', () => {
  test('breaks between words', () => {
    expect(wrapLabel('Mental health and learning disability services', 32)).toEqual([
      'Mental health and learning',
      'disability services',
    ]);
    expect(wrapLabel('', 10)).toEqual(['']);
  });

  test('keeps every word in order, and no line too long unless one word is', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 40 }), (parts, limit) => {
        const lines = wrapLabel(parts.join(' '), limit);
        expect(lines.join(' ')).toBe(parts.join(' '));
        for (const line of lines) {
          expect(line.length <= limit || !line.includes(' ')).toBe(true);
        }
      }),
    );
  });

  test('leaves room for the value, but always some for the label', () => {
    expect(labelLimit('44')).toBe(32);
    expect(labelLimit('a value far too long to stand beside anything')).toBe(14);
  });
});

describe('stacked rows', () => {
  test('of nothing have no height', () => {
    expect(stackRows([], 22)).toEqual({ rows: [], height: 0 });
  });

  test('do not overlap, and fit the height', () => {
    const labels = fc.array(fc.array(fc.constant('a line'), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(labels, (lines) => {
        const { rows, height } = stackRows(lines, 22);
        rows.forEach((row, index) => {
          expect(row.plotY).toBeGreaterThanOrEqual(row.y + row.lines.length * 20);
          expect(rows[index + 1]?.y ?? height).toBeGreaterThanOrEqual(row.plotY + 22);
        });
      }),
    );
  });
});

describe('points of a series', () => {
  test('spread evenly between the margins', () => {
    expect(acrossSeries(1)).toEqual([14]);
    expect(acrossSeries(4)).toEqual([14, 40, 66, 92]);
    expect(acrossSeries(0)).toEqual([]);
  });

  test('labels at the edges grow inwards', () => {
    expect([anchorAt(0), anchorAt(40), anchorAt(92)]).toEqual(['start', 'middle', 'end']);
  });
});
