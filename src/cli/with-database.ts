import path from 'node:path';
import { openStore, type Store } from '../compose.ts';
import { loadReference } from '../features/directory/index.ts';
import { readProgrammePack } from '../features/programme/index.ts';
import { systemClock } from '../platform/clock.ts';
import { parseConfig } from '../platform/config.ts';
import { type Database, openDatabase, openPool } from '../platform/database/database.ts';
import { migrateToLatest } from '../platform/database/migrate.ts';
import { findRunningServer } from '../platform/database/running-server.ts';
import { programmeFolder, projectFolder } from '../project-folder.ts';
import type { Terminal } from './command.ts';

/**
 * Runs something on the database of the service, whether the service is up or not: the one that `DATABASE_URL` names, the
 * embedded one that is running on `DATA_DIR`, or that one started for the moment.
 */
export async function withDatabase<T>(terminal: Terminal, work: (database: Database) => Promise<T>): Promise<T> {
  const store = await openRunningOrOwn(terminal);
  const database = openDatabase(openPool(store.url, 2));
  try {
    await migrateToLatest(database, projectFolder('migrations'));
    await loadReference(database, projectFolder('reference'), await readProgrammePack(programmeFolder), systemClock());
    return await work(database);
  } finally {
    await database.destroy();
    await store.stop();
  }
}

async function openRunningOrOwn({ environment }: Terminal): Promise<Store> {
  const config = parseConfig(environment);
  const running = config.databaseUrl === null ? await findRunningServer(path.join(config.dataDir, 'postgres')) : null;
  return running === null ? openStore(config) : { url: running.urlOf('ldr'), stop: async () => undefined };
}
