import { type RawBuilder, sql } from 'kysely';
import { cutPage, cutWindow, type ListEdge, type ListWindow, type Page, type PageKey, type Slice } from '../../page.ts';
import type { Connection } from '../database.ts';

/** A list in SQL, whole; which part of it is read is a matter of the slice. */
export interface ListQuery<Row> {
  readonly columns: RawBuilder<unknown>;
  /** Tables and joins, without the word `from`. */
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  /** Columns in order of sorting, the last a tie-break; `keyOf` gives their values as text, in the same order. */
  readonly order: readonly RawBuilder<unknown>[];
  /** True for a list from its last row to its first, by all columns alike. */
  readonly isDescending?: boolean;
  readonly keyOf: (row: Row) => PageKey;
}

/** Reads one page by key, so that its cost does not grow with its distance from the start. */
export async function readPage<Row>(connection: Connection, query: ListQuery<Row>, slice: Slice): Promise<Page<Row>> {
  const limit = slice.limit === null ? null : slice.limit + 1;
  const edge: ListEdge | null = slice.after === null ? null : { side: 'after', key: slice.after };
  const rows = await readRows(connection, query, edge, limit);
  const isWholeList = edge === null && (limit === null || rows.length < limit);
  const total = isWholeList ? rows.length : await countRows(connection, query);
  return cutPage(rows, total, slice.limit, query.keyOf);
}

/** As `readPage`, from an edge either way; no edge: from the start. How many there are in all is for the caller to know. */
export async function readWindow<Row>(
  connection: Connection,
  query: ListQuery<Row>,
  edge: ListEdge | null,
  limit: number,
): Promise<ListWindow<Row>> {
  return cutWindow(await readRows(connection, query, edge, limit + 1), edge, limit);
}

async function readRows<Row>(
  connection: Connection,
  query: ListQuery<Row>,
  edge: ListEdge | null,
  limit: number | null,
): Promise<Row[]> {
  const isDown = (query.isDescending === true) !== (edge?.side === 'before');
  const [beyond, direction] = isDown ? [sql`<`, sql` desc`] : [sql`>`, sql``];
  const order = sql.join(query.order.map((column) => sql`${column}${direction}`));
  const isBeyond = edge === null ? sql`true` : sql`(${sql.join(query.order)}) ${beyond} (${sql.join(edge.key)})`;
  const { rows } = await sql<Row>`
    select ${query.columns} from ${query.from} where ${query.where} and ${isBeyond}
    order by ${order} limit ${limit}`.execute(connection);
  return rows;
}

async function countRows<Row>(connection: Connection, { from, where }: ListQuery<Row>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${from} where ${where}`.execute(
    connection,
  );
  return rows[0]?.total ?? 0;
}
