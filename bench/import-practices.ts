import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type ImportRequest, importFile, organisationTypes } from '../src/features/directory/index.ts';
import { median } from './load.ts';
import type { BenchRow } from './row.ts';
import { type ThrowAwayDatabase, throwAwayDatabase } from './throw-away-database.ts';

const PRACTICES = 13_000;
const ROUNDS = 3;
const SECOND = 1000;

/** What an import of practices fills. */
const tables = ['organisation', 'organisation_record', 'organisation_relation', 'search_entry'] as const;

type Table = (typeof tables)[number];

/** A first import of 13,000 practices, read, checked, compared and written, against `COPY` of the same rows into the same tables. */
export async function benchImportPractices(): Promise<BenchRow> {
  const store = await throwAwayDatabase();
  try {
    const file = Buffer.from(Array.from({ length: PRACTICES }, (_, index) => practiceLine(index)).join(''));
    await importOnce(store, file, 0);
    const rows = await takeRows(store.pool);
    const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await removePractices(store.pool);
      times.bare.push(await timed(() => copyIn(store.pool, rows)));
      await removePractices(store.pool);
      times.ours.push(await timed(() => importOnce(store, file, round + 1)));
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

/** A made-up practice as a line of the registry's file. */
function practiceLine(index: number): string {
  const number = String(index).padStart(5, '0');
  const town = `TOWN ${index % 500}`;
  const cells = [
    ...[
      `Z${number}`,
      `THE ILLUSTRATION SURGERY ${number}`,
      'Y54',
      'Q74',
      `${index % 90} HIGH STREET`,
      `WARD ${index % 70}`,
      '',
    ],
    ...[
      town,
      '',
      `DL${(index % 17) + 1} ${index % 9}JL`,
      '19740401',
      '',
      'A',
      'B',
      '00C',
      '20130401',
      '',
      `01325 ${number}0`,
    ],
    ...['', '', '', '0', '', '00C', '', '4', ''],
  ];
  return `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;
}

/** Each round is of another day, and so a source of its own. */
async function importOnce({ context }: ThrowAwayDatabase, file: Buffer, round: number): Promise<void> {
  const request: ImportRequest = {
    fileName: 'practices.csv',
    layout: 'ods-practices',
    datedOn: `2016-02-${10 + round}`,
    open: () => Readable.from([file]),
    importId: context.newId(),
    personId: null,
    onBehalfOf: 'a measurement',
    now: context.clock(),
    register: context.register,
  };
  const outcome = await importFile(context.database, organisationTypes(context.pack.organisationTypes), {
    ...request,
    isWanted: () => true,
  });
  if (outcome.kind !== 'imported') {
    throw new Error(`the practices were not imported but ${outcome.kind}`);
  }
}

const practices = "select organisation_id from organisation where code ~ '^Z[0-9]{5}$'";

const ownRows: Readonly<Record<Table, string>> = {
  organisation: `organisation_id in (${practices})`,
  organisation_record: `organisation_id in (${practices})`,
  organisation_relation: `organisation_id in (${practices})`,
  search_entry: `organisation_id in (${practices})`,
};

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

/** The source stays, so that what is copied may cite it; the import is made under another day each time. */
async function removePractices(pool: pg.Pool): Promise<void> {
  for (const table of [...tables].reverse()) {
    await pool.query(`delete from ${table} where ${ownRows[table]}`);
  }
  await pool.query('delete from directory_import');
  await pool.query(`vacuum analyze ${tables.join(', ')}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
