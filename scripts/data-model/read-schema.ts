import { type Kysely, sql } from 'kysely';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isKey: boolean;
}

export interface ForeignKey {
  readonly table: string;
  readonly columns: readonly string[];
  readonly refersTo: string;
  /** Whether two rows never refer to the same one. */
  readonly isUnique: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Whether the database refuses to change or delete its rows. */
  readonly isAppendOnly: boolean;
}

export interface Schema {
  readonly tables: readonly Table[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly views: readonly string[];
}

/** The tables, keys and views of a migrated database, in order of name; columns in the order they were made. */
export async function readSchema<Tables>(database: Kysely<Tables>): Promise<Schema> {
  const tables = await sql<Table>`
    select pg_class.relname as name,
      exists (select from pg_trigger where pg_trigger.tgrelid = pg_class.oid
                and pg_trigger.tgfoid = 'refuse_change'::regproc) as "isAppendOnly",
      (select json_agg(json_build_object(
          'name', pg_attribute.attname,
          'type', format_type(pg_attribute.atttypid, pg_attribute.atttypmod),
          'isRequired', pg_attribute.attnotnull,
          'isKey', coalesce(pg_attribute.attnum = any(pg_index.indkey), false)) order by pg_attribute.attnum)
        from pg_attribute left join pg_index on pg_index.indrelid = pg_attribute.attrelid and pg_index.indisprimary
        where pg_attribute.attrelid = pg_class.oid and pg_attribute.attnum > 0 and not pg_attribute.attisdropped) as columns
    from pg_class
    where pg_class.relkind = 'r' and pg_class.relnamespace = 'public'::regnamespace
      and pg_class.relname not like 'kysely_migration%'
    order by pg_class.relname collate "C"`.execute(database);
  const keys = await sql<ForeignKey>`
    select conrelid::regclass::text as table, confrelid::regclass::text as "refersTo",
      (select json_agg(pg_attribute.attname order by array_position(pg_constraint.conkey, pg_attribute.attnum))
        from pg_attribute where pg_attribute.attrelid = conrelid and pg_attribute.attnum = any(conkey)) as columns,
      exists (select from pg_index where pg_index.indrelid = conrelid and pg_index.indisunique and pg_index.indpred is null
                and pg_index.indkey::int2[] <@ conkey) as "isUnique"
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
    order by conrelid::regclass::text collate "C", conname collate "C"`.execute(database);
  const views = await sql<{ name: string }>`
    select viewname as name from pg_views where schemaname = 'public' order by viewname collate "C"`.execute(database);
  return { tables: tables.rows, foreignKeys: keys.rows, views: views.rows.map(({ name }) => name) };
}
