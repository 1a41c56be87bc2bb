// Writes src/database/tables.ts: the types of the tables as the migrations make them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kysely } from 'kysely';
import { generate, PostgresDialect } from 'kysely-codegen';
import { openDatabase, openPool } from '../src/platform/database/database.ts';
import { startEmbeddedServer } from '../src/platform/database/embedded-server.ts';
import { migrateToLatest } from '../src/platform/database/migrate.ts';
import { projectFolder } from '../src/project-folder.ts';

export const tablesFile = projectFolder('src', 'database', 'tables.ts');

/**
 * The text of `tables.ts` for a migrated database. The types are those the pool's parsers give (`database.ts`): counts and
 * numerics as numbers, dates and date ranges as text.
 */
export function describeTables<Schema>(database: Kysely<Schema>): Promise<string> {
  return generate({
    db: database,
    dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'number' }),
    includePattern: 'public.*',
    excludePattern: 'kysely_migration*',
    typeMapping: { int8: 'number', daterange: 'string' },
    typeOnlyImports: true,
    outFile: null,
  });
}

/** Migrates a throw-away server and describes what came out. */
async function describeMigrations(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-tables-'));
  const server = await startEmbeddedServer({ folder, settings: ['fsync=off'] });
  const database = openDatabase(openPool(server.ownerUrlOf('postgres'), 2));
  try {
    await migrateToLatest(database, projectFolder('migrations'));
    return await describeTables(database);
  } finally {
    await database.destroy();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(tablesFile, await describeMigrations());
}
