import { Readable } from 'node:stream';
import type pg from 'pg';
import { importFile } from '../src/features/directory-import/index.ts';
import { organisationTypes } from '../src/features/register/index.ts';
import { practiceCodes } from './made-up-practices.ts';
import type { ThrowAwayDatabase } from './throw-away-database.ts';

/** What an import of practices fills. */
export const tables = ['organisation', 'organisation_record', 'organisation_relation', 'search_entry'] as const;

export type Table = (typeof tables)[number];

/** Each round is of another day, and so a source of its own. */
export async function importPractices({ context }: ThrowAwayDatabase, file: Buffer, round: number): Promise<void> {
  const outcome = await importFile(context.database, organisationTypes(context.pack.organisationTypes), {
    fileName: 'practices.csv',
    layout: 'ods-practices',
    datedOn: `2016-02-${10 + round}`,
    open: () => Readable.from(chunksOf(file)),
    importId: context.newId(),
    personId: null,
    onBehalfOf: 'a measurement',
    now: context.clock(),
    register: context.register,
    isWanted: () => true,
  });
  if (outcome.kind !== 'imported') {
    throw new Error(`the practices were not imported but ${outcome.kind}`);
  }
}

const CHUNK = 65_536;

/** As a file comes from a disk. */
function* chunksOf(file: Buffer): Generator<Buffer> {
  for (let start = 0; start < file.length; start += CHUNK) {
    yield file.subarray(start, start + CHUNK);
  }
}

const practices = `select organisation_id from organisation where code ~ '${practiceCodes}'`;

export const ownRows: Readonly<Record<Table, string>> = {
  organisation: `organisation_id in (${practices})`,
  organisation_record: `organisation_id in (${practices})`,
  organisation_relation: `organisation_id in (${practices})`,
  search_entry: `organisation_id in (${practices})`,
};

/**
 * The source stays, so that what is copied may cite it; the import is made under another day each time. A table is vacuumed before
 * what it refers to is deleted: the check of each such reference would read through all that was deleted from it.
 */
export async function removePractices(pool: pg.Pool): Promise<void> {
  for (const table of [...tables].reverse()) {
    await pool.query(`delete from ${table} where ${ownRows[table]}`);
    await pool.query(`vacuum analyze ${table}`);
  }
  await pool.query('delete from directory_import');
}

export async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
