import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { median } from './load.ts';
import { practicesFile } from './made-up-practices.ts';
import { importPractices, ownRows, removePractices, type Table, tables, timed } from './practice-imports.ts';
import type { BenchRow } from './row.ts';
import { throwAwayDatabase } from './throw-away-database.ts';

const PRACTICES = 13_000;
const ROUNDS = 3;
const SECOND = 1000;

/** A first import of 13,000 practices, read, checked, compared and written, against `COPY` of the same rows into the same tables. */
export async function benchImportPractices(): Promise<BenchRow> {
  const store = await throwAwayDatabase();
  try {
    const file = practicesFile(PRACTICES);
    await importPractices(store, file, 0);
    const rows = await takeRows(store.pool);
    const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await removePractices(store.owner);
      times.bare.push(await timed(() => copyIn(store.pool, rows)));
      await removePractices(store.owner);
      times.ours.push(await timed(() => importPractices(store, file, round + 1)));
    }
    const rate = (milliseconds: readonly number[]) => (PRACTICES * SECOND) / median(milliseconds);
    return {
      name: `Import ${PRACTICES} practices`,
      ours: `${rate(times.ours).toFixed(0)} rows/s, read, checked, compared, cited, searchable`,
      against: `${rate(times.bare).toFixed(0)} rows/s (bare COPY into the same tables)`,
      ratio: rate(times.ours) / rate(times.bare),
      toReach: 0.5,
    };
  } finally {
    await store.remove();
  }
}

/** The columns that can be written: identities and generated ones are left to the database in both ways. */
async function columnsOf(pool: pg.Pool, table: Table): Promise<string> {
  const { rows } = await pool.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns where table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
    [table],
  );
  return rows[0]?.columns ?? '';
}

interface TableRows {
  readonly table: Table;
  readonly columns: string;
  readonly text: Buffer;
}

async function takeRows(pool: pg.Pool): Promise<TableRows[]> {
  const client = await pool.connect();
  try {
    const all: TableRows[] = [];
    for (const table of tables) {
      const columns = await columnsOf(pool, table);
      const chunks: Buffer[] = [];
      for await (const chunk of client.query(
        copyTo(`copy (select ${columns} from ${table} where ${ownRows[table]}) to stdout`),
      )) {
        chunks.push(chunk);
      }
      all.push({ table, columns, text: Buffer.concat(chunks) });
    }
    return all;
  } finally {
    client.release();
  }
}

async function copyIn(pool: pg.Pool, all: readonly TableRows[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const { table, columns, text } of all) {
      await pipeline(Readable.from([text]), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)));
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}
