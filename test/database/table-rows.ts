import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { projectFolder } from '../../src/project-folder.ts';

/** The rows of one table as `COPY` writes them, one a line. */
export interface TableRows {
  readonly table: string;
  /** Names as SQL takes them, in the order of the values. */
  readonly columns: string;
  readonly lines: readonly string[];
}

/** What a database of version 0.2.0 held. */
export async function readEarlierTables(): Promise<TableRows[]> {
  const packed = await readFile(projectFolder('test', 'fixtures', '0.2.0', 'database.sql.br'));
  const whole = brotliDecompressSync(packed).toString('utf8');
  return [...whole.matchAll(/^copy (\w+) \((.*)\) from stdin;\n([\s\S]*?)^\\\.\n/gm)].map(
    ([, table = '', columns = '', rows = '']) => ({ table, columns, lines: rows.split('\n').slice(0, -1) }),
  );
}

/** Puts rows into tables as they are, past their triggers and in any order, in place of what the tables hold. */
export async function fillTables(pool: Pool, tables: readonly TableRows[]): Promise<void> {
  const client = await pool.connect();
  await refuseGaps(client, tables);
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query(`truncate ${tables.map(({ table }) => table).join(', ')}`);
  for (const { table, columns, lines } of tables) {
    const rows = Readable.from(lines.map((line) => `${line}\n`));
    await pipeline(rows, client.query(copyFrom(`copy ${table} (${columns}) from stdin`)));
  }
  await countOn(client);
  await client.query('commit');
  // As the server does it by itself after a while.
  await client.query('analyze');
  client.release();
}

async function refuseGaps(client: PoolClient, tables: readonly TableRows[]): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `select relname as table from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname not like 'kysely_migration%'`,
  );
  const forgotten = rows.filter((row) => !tables.some(({ table }) => table === row.table));
  if (forgotten.length > 0) {
    throw new Error(`No rows are given for ${forgotten.map(({ table }) => table).join(', ')}`);
  }
}

/** Lets numbers that the database gives go on from those in use. */
async function countOn(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ relation: string; column: string }>(
    `select attrelid::regclass::text as relation, attname as column from pg_attribute
     where attidentity <> '' and attrelid::regclass::text !~ '[.]'`,
  );
  for (const { relation, column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence('${relation}', '${column}'), max(${column})) from ${relation}`,
    );
  }
}

/** The same columns of a table as they are now. */
export async function readRows(pool: Pool, { table, columns }: Omit<TableRows, 'lines'>): Promise<TableRows> {
  const client = await pool.connect();
  const rows = await text(client.query(copyTo(`copy (select ${columns} from ${table}) to stdout`)));
  client.release();
  return { table, columns, lines: rows.split('\n').slice(0, -1) };
}
