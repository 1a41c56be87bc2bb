import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { DecidedBy, Holding, Mode, Thing } from './mode.ts';

export interface RecordedMode {
  readonly mode: Mode;
  readonly decidedBy: DecidedBy;
  readonly decidedAt: Date;
}

/** What the database says of itself; null where it says nothing yet, or has no tables. */
export async function findMode(connection: Connection): Promise<RecordedMode | null> {
  if (!(await listTables(connection)).has('database_mode')) {
    return null;
  }
  const row = await connection
    .selectFrom('database_mode')
    .select(['database_mode.mode', 'database_mode.decided_by', 'database_mode.decided_at'])
    .executeTakeFirst();
  return row === undefined
    ? null
    : { mode: row.mode as Mode, decidedBy: row.decided_by as DecidedBy, decidedAt: row.decided_at };
}

/** Records what the database is, unless another process has just done so. Answers what stands. */
export async function insertMode(connection: Connection, recorded: RecordedMode): Promise<Mode> {
  await connection
    .insertInto('database_mode')
    .values({ mode: recorded.mode, decided_by: recorded.decidedBy, decided_at: recorded.decidedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findMode(connection))?.mode ?? recorded.mode;
}

interface Content {
  readonly table: string;
  readonly thing: Thing;
  readonly kindOfRow: string;
}

const byMark = `case when illustrative then 'invented' else 'real' end`;

/**
 * What tells the two kinds of database apart. The tables are asked here rather than each in its feature, because this is read
 * before they are brought up to date too: columns named here are those of version 0.1.0 on.
 */
const contents: readonly Content[] = [
  { table: 'person', thing: 'persona', kindOfRow: `case when is_persona then 'invented' end` },
  { table: 'person', thing: 'account', kindOfRow: `case when not is_persona then 'real' end` },
  { table: 'assessment', thing: 'assessment', kindOfRow: byMark },
  { table: 'roadmap_version', thing: 'roadmap-version', kindOfRow: byMark },
  { table: 'endorsement', thing: 'endorsement', kindOfRow: byMark },
  { table: 'publication', thing: 'publication', kindOfRow: byMark },
  { table: 'footprint_form', thing: 'form', kindOfRow: byMark },
  { table: 'footprint_form_endorsement', thing: 'form-endorsement', kindOfRow: byMark },
  { table: 'exemplar', thing: 'exemplar', kindOfRow: byMark },
  { table: 'succession_proposal', thing: 'succession', kindOfRow: byMark },
  { table: 'directory_import', thing: 'import', kindOfRow: `'either'` },
  { table: 'contact_message', thing: 'message', kindOfRow: `'either'` },
];

/** How much of each kind the database holds; what it has no table for yet it holds none of. */
export async function countHoldings(connection: Connection): Promise<Holding[]> {
  const tables = await listTables(connection);
  const asked = contents.filter(({ table }) => tables.has(table));
  if (asked.length === 0) {
    return [];
  }
  const counts = asked.map(({ table, kindOfRow }, index) => {
    const kind = sql.raw(kindOfRow);
    const of = (wanted: string) => sql`count(*) filter (where ${kind} = ${sql.lit(wanted)})`;
    return sql`select ${sql.lit(index)}::int as place, ${of('invented')} as invented, ${of('real')} as real,
                      ${of('either')} as either from ${sql.table(table)}`;
  });
  const { rows } = await sql<{ place: number; invented: number; real: number; either: number }>`
    ${sql.join(counts, sql` union all `)} order by place`.execute(connection);
  return rows.flatMap(({ place, invented, real, either }) => {
    const content = asked[place];
    return content === undefined ? [] : [{ thing: content.thing, invented, real, either }];
  });
}

async function listTables(connection: Connection): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select pg_class.relname as name from pg_class
    where pg_class.relkind = 'r' and pg_table_is_visible(pg_class.oid)
      and pg_class.relnamespace <> 'pg_catalog'::regnamespace`.execute(connection);
  return new Set(rows.map(({ name }) => name));
}
