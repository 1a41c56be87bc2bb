import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedPage, pageCount, pageItems, pageNumber } from './pagination.ts';

const drawn = (current: number, last: number) =>
  pageItems(current, last).map((item) =>
    item.kind === 'gap' ? '…' : item.isCurrent ? `[${item.number}]` : String(item.number),
  );

describe('pageItems', () => {
  it.each([
    [1, 1, ['[1]']],
    [1, 3, ['[1]', '2', '3']],
    [4, 7, ['1', '2', '3', '[4]', '5', '6', '7']],
    [1, 13, ['[1]', '2', '…', '13']],
    [7, 13, ['1', '…', '6', '[7]', '8', '…', '13']],
  ])('page %i of %i', (current, last, expected) => {
    expect(drawn(current, last)).toEqual(expected);
  });

  it('always shows first, current and last, in order, and no gap for a single page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(59), (last, offset) => {
        const current = (offset % last) + 1;
        const items = pageItems(current, last);
        const numbers = items.flatMap((item) => (item.kind === 'page' ? [item.number] : []));
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(numbers).toEqual(expect.arrayContaining([1, current, last]));
        for (const [index, number] of numbers.entries()) {
          const next = numbers[index + 1];
          const hasGap = items.some((item) => item.kind === 'gap' && item.after === number);
          expect(hasGap).toBe(next !== undefined && next - number > 1);
          expect(next === undefined || next - number !== 2).toBe(true);
        }
      }),
    );
  });
});

describe('pageNumber', () => {
  it.each([
    ['3', 3],
    ['', 1],
    ['0', 1],
    ['-2', 1],
    ['1e9', 1],
    ['99999999', 1],
  ])('%j is page %i', (asked, number) => {
    expect(pageNumber(asked)).toBe(number);
  });
});

describe('pageCount', () => {
  it.each([
    [0, 1],
    [50, 1],
    [51, 2],
    [601, 13],
  ])('%i rows', (total, pages) => {
    expect(pageCount(total, 50)).toBe(pages);
  });
});

describe('numberedPage', () => {
  it.each([
    [1, ['a', 'b'], 1],
    [2, ['c', 'd'], 2],
    [3, ['e'], 3],
    [99, ['e'], 3],
  ])('number %i', (asked, rows, current) => {
    expect(numberedPage(['a', 'b', 'c', 'd', 'e'], asked, 2)).toEqual({ rows, current, last: 3 });
  });

  it('of nothing is one page without rows', () => {
    expect(numberedPage([], 4, 2)).toEqual({ rows: [], current: 1, last: 1 });
  });
});
