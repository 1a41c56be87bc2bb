import { compareText } from './compare.ts';
/** The values a list is sorted by, of one row; the last of them is a tie-break, so that no two rows share a key. */
export type PageKey = readonly string[];

/** Which rows of a sorted list are wanted. */
export interface Slice {
  /** Only rows after this key; null from the start. */
  readonly after: PageKey | null;
  /** How many rows at most; null for all that are left. */
  readonly limit: number | null;
}

/** Some rows of a list, and where the rest begins. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Rows in the whole list, on this page or not. */
  readonly total: number;
  /** Key of the last row here; null when no row follows. */
  readonly next: PageKey | null;
}

/** Where in the order of a list some rows begin or end. */
export interface ListEdge {
  readonly side: 'after' | 'before';
  readonly key: PageKey;
}

/** Some rows of a list that can be walked both ways. */
export interface ListWindow<Row> {
  readonly rows: readonly Row[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/** Rows read away from an edge, one more than the limit where there are that many, as they stand in the list. */
export function cutWindow<Row>(rows: readonly Row[], edge: ListEdge | null, limit: number): ListWindow<Row> {
  const hasMore = rows.length > limit;
  const kept = rows.slice(0, limit);
  return edge?.side === 'before'
    ? { rows: kept.toReversed(), hasEarlier: hasMore, hasLater: true }
    : { rows: kept, hasEarlier: edge !== null, hasLater: hasMore };
}

/** Whether an edge leads astray: nothing follows, or fewer rows than a page stand before, where the first page shows those and more. */
export function isAstray({ rows, hasEarlier }: ListWindow<unknown>, edge: ListEdge | null, limit: number): boolean {
  return edge !== null && (edge.side === 'after' ? rows.length === 0 : !hasEarlier && rows.length < limit);
}

export const wholeList: Slice = { after: null, limit: null };

/** Whether rows follow is known by asking for one more than the limit; that one is cut off here. */
export function cutPage<Row>(
  rows: readonly Row[],
  total: number,
  limit: number | null,
  keyOf: (row: Row) => PageKey,
): Page<Row> {
  const kept = limit === null ? rows : rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, total, next: last === undefined || kept.length === rows.length ? null : keyOf(last) };
}

/** A page of a list that is in memory anyway, in the order of its keys. */
export function pageOf<Row>(items: readonly Row[], slice: Slice, keyOf: (row: Row) => PageKey): Page<Row> {
  const { after, limit } = slice;
  const sorted = items.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
  const rest = after === null ? sorted : sorted.filter((item) => compareKeys(keyOf(item), after) > 0);
  return cutPage(rest, items.length, limit, keyOf);
}

export function mapPage<From, To>(page: Page<From>, change: (row: From) => To): Page<To> {
  return { ...page, rows: page.rows.map(change) };
}

/** By the first value in which two keys differ. */
export function compareKeys(a: PageKey, b: PageKey): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? '';
    if (part !== other) {
      return compareText(part, other);
    }
  }
  return 0;
}
