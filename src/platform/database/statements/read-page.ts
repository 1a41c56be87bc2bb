import { type RawBuilder, sql } from 'kysely';
import { cutPage, type Page, type PageKey, type Slice } from '../../page.ts';
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
  const columns = sql.join(query.order);
  const [beyond, direction] = query.isDescending === true ? [sql`<`, sql` desc`] : [sql`>`, sql``];
  const order = sql.join(query.order.map((column) => sql`${column}${direction}`));
  const isAfter = slice.after === null ? sql`true` : sql`(${columns}) ${beyond} (${sql.join(slice.after)})`;
  const limit = slice.limit === null ? null : slice.limit + 1;
  const { rows } = await sql<Row>`
    select ${query.columns} from ${query.from} where ${query.where} and ${isAfter}
    order by ${order} limit ${limit}`.execute(connection);
  const isWholeList = slice.after === null && (limit === null || rows.length < limit);
  const total = isWholeList ? rows.length : await countRows(connection, query);
  return cutPage(rows, total, slice.limit, query.keyOf);
}

async function countRows<Row>(connection: Connection, { from, where }: ListQuery<Row>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${from} where ${where}`.execute(
    connection,
  );
  return rows[0]?.total ?? 0;
}
