// Writes what is generated: the types of the tables (src/database/tables.ts), their picture (docs/data-model.md), both as the
// migrations make them, and who may do what (docs/permissions.md).
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kysely } from 'kysely';
import { generate, PostgresDialect } from 'kysely-codegen';
import { type Database, openDatabase, openPool } from '../src/platform/database/database.ts';
import { migrateToLatest } from '../src/platform/database/migrate.ts';
import { startEmbeddedServer } from '../src/platform/database/server/embedded-server.ts';
import { projectFolder } from '../src/project-folder.ts';
import { describeDataModel } from './data-model/describe-data-model.ts';
import { describePermissions, permissionsFile } from './describe-permissions.ts';

export const tablesFile = projectFolder('src', 'database', 'tables.ts');
export const dataModelFile = projectFolder('docs', 'data-model.md');

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

/** Migrates a throw-away server and hands it over. */
async function withMigratedDatabase(use: (database: Database) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-tables-'));
  const server = await startEmbeddedServer({ folder, settings: ['fsync=off'] });
  const database = openDatabase(openPool(server.ownerUrlOf('postgres'), 2));
  try {
    await migrateToLatest(database, projectFolder('migrations'));
    await use(database);
  } finally {
    await database.destroy();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await withMigratedDatabase(async (database) => {
    await writeFile(tablesFile, await describeTables(database));
    await writeFile(dataModelFile, await describeDataModel(database));
  });
  await writeFile(permissionsFile, describePermissions());
}
