import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/**
 * Applies the plain SQL files of `folder` in the order of their names, each once, under the migrator's lock, so that several
 * processes may start at the same time. Returns the names applied now. Files are forward-only: a wrong one is mended by the next.
 */
export async function migrateToLatest<Schema>(database: Kysely<Schema>, folder: string): Promise<string[]> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => readMigrations(folder) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw error;
  }
  return (results ?? []).map((result) => result.migrationName);
}

/** Applies the files of these names and no others; false where one of them is unknown, or others have been applied. */
export async function migrateExactly<Schema>(
  database: Kysely<Schema>,
  folder: string,
  names: readonly string[],
): Promise<boolean> {
  const known = await readMigrations(folder);
  const provider = (some: Record<string, Migration>) => ({
    db: database,
    provider: { getMigrations: async () => some },
  });
  const all = await new Migrator(provider(known)).getMigrations();
  const isOther = all.some(({ name, executedAt }) => executedAt !== undefined && !names.includes(name));
  if (isOther || names.some((name) => !(name in known))) {
    return false;
  }
  const wanted = Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name)));
  const { error } = await new Migrator(provider(wanted)).migrateToLatest();
  if (error !== undefined) {
    throw error;
  }
  return true;
}

/** Names of the files that have yet to be applied. Reads only, so anybody may ask who may see the migrator's table. */
export async function pendingMigrations<Schema>(database: Kysely<Schema>, folder: string): Promise<string[]> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => readMigrations(folder) } });
  const migrations = await migrator.getMigrations();
  return migrations.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const entries = names.map(async (name) => {
    const text = await readFile(path.join(folder, name), 'utf8');
    const migration: Migration = { up: async (db) => void (await sql.raw(text).execute(db)) };
    return [path.basename(name, '.sql'), migration] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
