import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { type BackupHeader, endOfRows, formatVersion, lineOf } from './backup-format.ts';
import { type BackupFacts, checkBackup } from './read-backup.ts';
import { RowSum } from './row-sum.ts';
import {
  copyOut,
  listMigrations,
  listSequences,
  listStoredTables,
  type StoredTable,
  writeAlike,
} from './stored-tables.ts';

/** What a file is called as long as it is being written. */
export const unfinished = '.unfinished';

export interface BackupOrder extends Pick<BackupHeader, 'at' | 'software' | 'about'> {
  readonly url: string;
  readonly file: string;
  /** Told the rows so far, and how many are expected. */
  readonly onProgress?: (rows: number, expected: number) => void;
  /** Ends the work in the middle; nothing of it is left then. */
  readonly signal?: AbortSignal;
}

/**
 * Writes all that the database holds at one moment to a file, while others go on working on it, and reads it back. The file gets its
 * name once it is on the disk and every digest in it was compared, so whatever bore that name before stays until then. Memory is
 * bounded: rows go by as they are read.
 */
export async function writeBackup(order: BackupOrder): Promise<BackupFacts> {
  const making = `${order.file}.${process.pid}${unfinished}`;
  try {
    await writeFile(making, order);
    const facts = await checkBackup(making, { signal: order.signal });
    await rename(making, order.file);
    await keepName(path.dirname(order.file));
    return facts;
  } catch (error) {
    await rm(making, { force: true });
    throw error;
  }
}

async function writeFile(making: string, order: BackupOrder): Promise<void> {
  const { url, signal } = order;
  signal?.throwIfAborted();
  const client = new pg.Client({ connectionString: url });
  // What is lost is told by the statement that fails.
  client.on('error', () => undefined);
  const end = () => client.end().catch(() => undefined);
  // However long the server would still be putting rows in order.
  signal?.addEventListener('abort', end, { once: true });
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read, read only');
    await pipeline(
      Readable.from(contents(client, order), { objectMode: false }),
      createGzip({ level: 5 }),
      createWriteStream(making, { flags: 'wx', mode: 0o600, flush: true }),
    );
  } finally {
    signal?.removeEventListener('abort', end);
    await end();
  }
}

/** A name is on the disk once its folder is. */
async function keepName(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* contents(client: pg.Client, order: BackupOrder): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const tables = await prepare(client);
  const expected = tables.reduce((sum, { expectedRows }) => sum + expectedRows, 0);
  let rows = 0;
  for await (const bytes of allTables(client, order, tables)) {
    if (Buffer.isBuffer(bytes)) {
      hash.update(bytes);
      yield bytes;
    } else {
      rows += bytes.rows;
      order.onProgress?.(rows, expected);
    }
  }
  // A number may be given to somebody after this moment's rows were read; one too many does no harm.
  const sequences = await listSequences(client);
  yield Buffer.from(lineOf('whole', { tables: tables.length, rows, sequences, digest: hash.digest('hex') }));
}

async function prepare(client: pg.Client): Promise<StoredTable[]> {
  await writeAlike(client);
  return listStoredTables(client);
}

/** Bytes, and between them how many rows have gone by since it was last said. */
async function* allTables(
  client: pg.Client,
  { at, software, about }: BackupOrder,
  tables: readonly StoredTable[],
): AsyncGenerator<Buffer | { readonly rows: number }> {
  const migrations = await listMigrations(client);
  const header = { format: 'ldr-backup', version: formatVersion, at: at.toISOString(), software, about, migrations };
  yield Buffer.from(lineOf('backup', header));
  for (const table of tables) {
    yield Buffer.from(lineOf('table', { name: table.name, columns: table.columns }));
    const sum = new RowSum();
    for await (const bytes of copyOut(client, table)) {
      const before = sum.rows;
      sum.take(bytes);
      yield bytes;
      yield { rows: sum.rows - before };
    }
    yield Buffer.from(`${endOfRows}${lineOf('end', sum.end())}`);
  }
}
