import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { listTrailItems } from '../audit/trail-repository.ts';
import { verifyTrail } from '../audit/verify-trail.ts';
import { type Database, openDatabase, openPool, overClient } from '../database/database.ts';
import { migrateExactly } from '../database/migrate.ts';
import { ExplainedError } from '../explained-error.ts';
import { prepareJobTables } from '../jobs/prepare-job-tables.ts';
import { type BackupHeader, type BackupTable, DamagedBackupError, type TableEnd } from './backup-format.ts';
import { checkBackup, readBackup } from './read-backup.ts';
import { RowSum } from './row-sum.ts';
import { columnList, copyOut, isOfOneDay, listStoredTables, type StoredTable, writeAlike } from './stored-tables.ts';

/** The database is not one that this backup can be restored into; the message says why. Nothing was changed. */
export class UnfitDatabaseError extends ExplainedError {
  override readonly name = 'UnfitDatabaseError';
}

export interface RestoreOrder {
  readonly file: string;
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  /** Those of this version; the tables are brought to where the backup's were. */
  readonly migrationsFolder: string;
  /** Tables in which the migrations themselves put rows. */
  readonly filledByMigrations: readonly string[];
  readonly onProgress?: (bytes: number, rows: number) => void;
}

/**
 * Puts a backup into an empty database, in one transaction, after its tables were made as they were for the backup: whoever
 * ends it in the middle leaves the database empty. Before it is kept,
 * every table is read back and compared with its digest, and the audit trail is verified.
 *
 * An ordinary owner cannot switch off what guards the references between tables, so they are taken away and made anew afterwards,
 * which checks every one of them.
 */
export async function restoreBackup(order: RestoreOrder): Promise<BackupHeader> {
  const { header } = await checkBackup(order.file, { onProgress: (bytes) => order.onProgress?.(bytes, 0) });
  await makeTables(order, header);
  const pool = openPool(order.ownerUrl, 1);
  const client = await pool.connect();
  try {
    await writeAlike(client);
    await client.query('begin');
    await restore(client, order);
    await client.query('commit');
    await client.query('analyze');
    return header;
  } finally {
    // Ends what was begun, whatever state it is in.
    client.release(true);
    await pool.end();
  }
}

async function makeTables({ ownerUrl, migrationsFolder }: RestoreOrder, header: BackupHeader): Promise<void> {
  const owner = openDatabase(openPool(ownerUrl, 2));
  try {
    if (!(await migrateExactly(owner, migrationsFolder, header.migrations))) {
      throw otherVersion(header.software);
    }
    await prepareJobTables(owner);
  } finally {
    await owner.destroy();
  }
}

async function restore(client: pg.PoolClient, order: RestoreOrder): Promise<void> {
  const tables = await listStoredTables(client);
  const references = await listReferences(client, tables);
  await client.query(tables.map(({ name }) => `alter table ${name} disable trigger user`).join(';'));
  await client.query(references.map(({ table, name }) => `alter table ${table} drop constraint ${name}`).join(';'));
  await refuseFilled(client, tables, order.filledByMigrations);
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  const ends = await fill(client, tables, order);
  await countOn(client, tables);
  await client.query(
    references.map(({ table, name, rule }) => `alter table ${table} add constraint ${name} ${rule}`).join(';'),
  );
  await client.query(tables.map(({ name }) => `alter table ${name} enable trigger user`).join(';'));
  await compare(client, tables, ends);
  await verify(overClient(client));
}

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly rule: string;
}

async function listReferences(client: pg.ClientBase, tables: readonly StoredTable[]): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as rule
     from pg_constraint
     where contype = 'f' and conparentid = 0 and (
       conrelid = any($1::text[]::regclass[]) or confrelid = any($1::text[]::regclass[]))
     order by 1, 2`,
    [tables.map(({ name }) => name)],
  );
  return rows;
}

async function refuseFilled(
  client: pg.ClientBase,
  tables: readonly StoredTable[],
  filledByMigrations: readonly string[],
): Promise<void> {
  for (const { name } of tables) {
    // The queue keeps its own version and its queues from the moment its tables are made.
    if (!filledByMigrations.includes(name) && !name.startsWith('pgboss.')) {
      const { rowCount } = await client.query(`select from ${name} limit 1`);
      if (rowCount !== 0) {
        throw new UnfitDatabaseError(`The database is not empty: there are rows in ${name}. Nothing was changed.`);
      }
    }
  }
}

async function fill(client: pg.ClientBase, tables: readonly StoredTable[], { file, onProgress }: RestoreOrder) {
  const ends = new Map<string, TableEnd>();
  let name = '';
  let bytes = 0;
  let rows = 0;
  let copy = null as CopyStreamQuery | null;
  for await (const item of readBackup(file, (read) => {
    bytes = read;
  })) {
    switch (item.kind) {
      case 'header':
        break;
      case 'table':
        name = item.name;
        copy = beginCopy(client, tables, item);
        break;
      case 'rows':
        if (copy?.errored) {
          throw copy.errored;
        }
        if (copy?.write(item.bytes) === false) {
          await once(copy, 'drain');
        }
        onProgress?.(bytes, rows);
        break;
      case 'end':
        if (copy !== null) {
          copy.end();
          await finished(copy);
          ends.set(name, { rows: item.rows, digest: item.digest });
          rows += item.rows;
          onProgress?.(bytes, rows);
        }
        break;
      case 'whole':
        for (const sequence of item.sequences) {
          await client.query('select setval($1::regclass, $2::bigint)', [sequence.name, sequence.value]);
        }
    }
  }
  return ends;
}

/**
 * The role of the service is not told where the numbers have come to that the server gives by itself, so a backup that it made does
 * not say: they go on after the highest that is in use.
 */
async function countOn(client: pg.PoolClient, tables: readonly StoredTable[]): Promise<void> {
  const { rows } = await client.query<{ counter: string; name: string; column: string }>(
    `select counter.oid::regclass::text as counter, kept.attrelid::regclass::text as name, quote_ident(kept.attname) as column
     from pg_class as counter
     join pg_depend as link on link.classid = 'pg_class'::regclass and link.objid = counter.oid and link.deptype in ('a', 'i')
     join pg_attribute as kept on kept.attrelid = link.refobjid and kept.attnum = link.refobjsubid
     where counter.relkind = 'S' and link.refobjid = any($1::text[]::regclass[])`,
    [tables.map(({ name }) => name)],
  );
  for (const { counter, name, column } of rows) {
    await client.query(
      `select setval($1::regclass, greatest(max(${column}), (select last_value from ${counter}))) from ${name}
       having max(${column}) is not null`,
      [counter],
    );
  }
}

function otherVersion(software: string): UnfitDatabaseError {
  return new UnfitDatabaseError(
    `The tables of this database, or of this version, are not those of the backup. Restore it into an empty database, with version ${software} of the service or a later one.`,
  );
}

/** Null where the rows of a table are left out. */
function beginCopy(client: pg.ClientBase, tables: readonly StoredTable[], wanted: BackupTable): CopyStreamQuery | null {
  if (isOfOneDay(wanted.name)) {
    return null;
  }
  const { name } = sameTable(tables, wanted);
  const copy = client.query(copyFrom(`copy ${name} (${columnList(wanted.columns)}) from stdin`));
  // What goes wrong is thrown where it is waited for.
  copy.on('error', () => undefined);
  return copy;
}

function sameTable(tables: readonly StoredTable[], wanted: BackupTable): StoredTable {
  const found = tables.find(({ name }) => name === wanted.name);
  if (found === undefined || JSON.stringify(found.columns) !== JSON.stringify(wanted.columns)) {
    throw new UnfitDatabaseError(
      `The table ${wanted.name} of the backup is not that of this database. Restore it with the version that wrote it, and upgrade then. Nothing was changed.`,
    );
  }
  return found;
}

async function compare(
  client: pg.ClientBase,
  tables: readonly StoredTable[],
  ends: ReadonlyMap<string, TableEnd>,
): Promise<void> {
  for (const table of tables) {
    const sum = new RowSum();
    for await (const bytes of copyOut(client, table)) {
      sum.take(bytes);
    }
    const kept = sum.end();
    const written = ends.get(table.name);
    if (written === undefined ? kept.rows > 0 : written.digest !== kept.digest || written.rows !== kept.rows) {
      throw new Error(`after restoring, ${table.name} holds other rows than the backup; nothing was kept`);
    }
  }
}

async function verify(database: Database): Promise<void> {
  const { discrepancyCount } = await verifyTrail(listTrailItems(database), null);
  if (discrepancyCount > 0) {
    throw new DamagedBackupError(
      'Its audit trail is not whole, and was not when the backup was made. Nothing was changed.',
    );
  }
}
