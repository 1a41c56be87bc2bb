import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BackupTable, BackupWhole } from './backup-format.ts';

/** A table of ours with its rows: those of the service and of the job queue, whose waiting letters are to survive too. */
export interface StoredTable extends BackupTable {
  /** What puts its rows in the same order on every server. */
  readonly order: string;
  /** As the server guesses. */
  readonly expectedRows: number;
}

/** Others may have theirs in the same database: what belongs to the owner of the migrator's table is ours. */
const isOurs = (relation: string) => `${relation}.relnamespace::regnamespace::text in ('public', 'pgboss')
  and ${relation}.relowner = (select keeper.relowner from pg_class as keeper
    where keeper.oid = to_regclass('public.kysely_migration'))`;

/**
 * The job queue counts what is in it in a table a day, which is there on that day and the next ones alone: a backup that is restored later
 * would find no table for it. Backups of earlier versions hold them.
 */
export function isOfOneDay(table: string): boolean {
  return /^pgboss\.queue_stats_\d{8}$/.test(table);
}

/**
 * All but the migrator's own, and those of one day. Columns by name: a table that grew over the versions has them in another order than one made anew.
 * What the server works out itself is left to it.
 */
export async function listStoredTables(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable>(`
    select format('%I.%I', stored.relnamespace::regnamespace::text, stored.relname) as name,
      greatest(stored.reltuples, 0)::float8 as "expectedRows",
      (select json_agg(json_build_object('name', quote_ident(attname), 'type', format_type(atttypid, atttypmod))
                       order by attname collate "C")
       from pg_attribute where attrelid = stored.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      coalesce(
        (select string_agg(quote_ident(attname) || case when attcollation = 0 then '' else ' collate "C"' end, ', '
                           order by place)
         from pg_index cross join unnest(indkey) with ordinality as part (number, place)
           join pg_attribute on attrelid = stored.oid and attnum = part.number
         where indrelid = stored.oid and indisprimary and place <= indnkeyatts),
        'stored::text collate "C"') as "order"
    from pg_class as stored
    where stored.relkind = 'r' and ${isOurs('stored')} and stored.relname not like 'kysely\\_migration%'
    order by 1`);
  return rows.filter(({ name }) => !isOfOneDay(name));
}

export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from public.kysely_migration order by name');
  return rows.map(({ name }) => name);
}

/** Where the numbers have come to that the server gives by itself. */
export async function listSequences(client: pg.ClientBase): Promise<BackupWhole['sequences']> {
  const { rows } = await client.query<{ name: string; value: string }>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences join pg_class as counter on counter.oid = format('%I.%I', schemaname, sequencename)::regclass
    where last_value is not null and ${isOurs('counter')}
    order by 1`);
  return rows;
}

/** The same value is the same text on every server and whatever its settings are. */
export async function writeAlike(client: pg.ClientBase): Promise<void> {
  await client.query(`set datestyle = 'ISO, MDY'; set timezone = 'UTC'; set intervalstyle = 'postgres';
    set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8'; set search_path = public`);
}

/** The rows of a table, as they are kept in a backup. */
export function copyOut(client: pg.ClientBase, { name, columns, order }: StoredTable): AsyncIterable<Buffer> {
  return client.query(
    copyTo(`copy (select ${columnList(columns)} from ${name} as stored order by ${order}) to stdout`),
  );
}

export function columnList(columns: BackupTable['columns']): string {
  return columns.map(({ name }) => name).join(', ');
}
