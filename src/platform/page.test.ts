import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPage, cutWindow, isAstray, mapPage, type Page, type PageKey, pageOf, wholeList } from './page.ts';

interface Row {
  readonly name: string;
  readonly id: string;
}

const keyOf = ({ name, id }: Row): PageKey => [name, id];

describe('pageOf', () => {
  const rows = fc
    .uniqueArray(fc.nat(60), { maxLength: 40 })
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.record({ name: fc.constantFrom('a', 'b', 'c'), id: fc.constant(String(id)) }))),
    );

  it('meets every row once, in order, whatever the limit', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (items, limit) => {
        const met: Row[] = [];
        let after: PageKey | null = null;
        do {
          const page: Page<Row> = pageOf(items, { after, limit }, keyOf);
          expect(page.total).toBe(items.length);
          met.push(...page.rows);
          after = page.next;
        } while (after !== null);
        expect(met).toEqual(pageOf(items, wholeList, keyOf).rows);
        expect(met).toHaveLength(items.length);
      }),
    );
  });

  it('goes on after a row that has been taken away since', () => {
    const items = ['a', 'c', 'd'].map((name) => ({ name, id: '1' }));
    expect(pageOf(items, { after: ['b', '1'], limit: 1 }, keyOf)).toEqual({
      rows: [{ name: 'c', id: '1' }],
      total: 3,
      next: ['c', '1'],
    });
  });
});

describe('cutPage', () => {
  it('has no next page where nothing was cut off', () => {
    expect(cutPage([1, 2], 7, 2, (row) => [String(row)]).next).toBeNull();
    expect(cutPage([], 0, 2, () => ['']).next).toBeNull();
  });
});

describe('cutWindow', () => {
  const after = { side: 'after', key: ['b'] } as const;
  const before = { side: 'before', key: ['e'] } as const;

  it('tells what lies on either side, and turns round what was read backwards', () => {
    expect(cutWindow(['a', 'b', 'c'], null, 2)).toEqual({ rows: ['a', 'b'], hasEarlier: false, hasLater: true });
    expect(cutWindow(['c', 'd'], after, 2)).toEqual({ rows: ['c', 'd'], hasEarlier: true, hasLater: false });
    expect(cutWindow(['d', 'c', 'b'], before, 2)).toEqual({ rows: ['c', 'd'], hasEarlier: true, hasLater: true });
  });

  it('is astray where nothing follows, or less than a page stands before', () => {
    expect(isAstray(cutWindow([], after, 2), after, 2)).toBe(true);
    expect(isAstray(cutWindow(['d'], before, 2), before, 2)).toBe(true);
    expect(isAstray(cutWindow(['d', 'c'], before, 2), before, 2)).toBe(false);
    expect(isAstray(cutWindow([], null, 2), null, 2)).toBe(false);
  });
});

describe('mapPage', () => {
  it('changes the rows alone', () => {
    expect(mapPage({ rows: [1, 2], total: 9, next: ['2'] }, String)).toEqual({
      rows: ['1', '2'],
      total: 9,
      next: ['2'],
    });
  });
});
