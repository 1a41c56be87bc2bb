import path from 'node:path';
import { chooseDataFolderForCommand, hasDatabase } from '../choose-data-folder.ts';
import { openStore, type Store } from '../compose.ts';
import { loadReference } from '../features/directory/index.ts';
import { agreeOnMode, askedMode, modeWords } from '../features/mode/index.ts';
import { readProgrammePack } from '../features/programme/index.ts';
import { systemClock } from '../platform/clock.ts';
import { type Config, ConfigError, parseConfig } from '../platform/config.ts';
import { type Database, openDatabase, openPool } from '../platform/database/database.ts';
import { migrateToLatest } from '../platform/database/migrate.ts';
import { findRunningServer } from '../platform/database/running-server.ts';
import { programmeFolder, projectFolder } from '../project-folder.ts';
import { keepRegister } from '../register-listeners.ts';
import type { Terminal } from './command.ts';

/**
 * Runs something on the database of the service, whether the service is up or not: the one that `DATABASE_URL` names, the
 * embedded one that is running on `DATA_DIR`, or that one started for the moment. Whether it is a demonstration the database says
 * itself; a command for the other kind is refused.
 */
export async function withDatabase<T>(
  terminal: Terminal,
  work: (database: Database, config: Config) => Promise<T>,
): Promise<T> {
  return opened(await settingsOf(terminal), async (database, config) => {
    const migrate = () => migrateToLatest(database, projectFolder('migrations'));
    const asked = askedMode(config, config.isModeGiven);
    const { mode, isNew } = await agreeOnMode(database, asked, systemClock(), migrate);
    if (isNew && !asked.isBinding) {
      terminal.complain(
        `This database is for ${modeWords[mode]} from now on. DEMO=0 or DEMO=1 before a command says which.`,
      );
    }
    const pack = await readProgrammePack(programmeFolder);
    await loadReference(database, projectFolder('reference'), pack, systemClock(), keepRegister(pack).listeners);
    return work(database, { ...config, isDemonstration: mode === 'demonstration' });
  });
}

/** As `withDatabase`, on a database that is there, as it lies there: neither brought up to date nor asked what it is. */
export async function withUnaskedDatabase<T>(
  terminal: Terminal,
  work: (database: Database, config: Config) => Promise<T>,
): Promise<T> {
  const config = await settingsOf(terminal);
  if (config.databaseUrl === null && !hasDatabase(config.dataDir)) {
    throw new ConfigError(
      `There is no database in ${config.dataDir} yet. It says what it is for when it is first started.`,
    );
  }
  return opened(config, work);
}

function settingsOf(terminal: Terminal): Promise<Config> {
  return chooseDataFolderForCommand(parseConfig(terminal.environment), openStore);
}

async function opened<T>(config: Config, work: (database: Database, config: Config) => Promise<T>): Promise<T> {
  const store = await openRunningOrOwn(config);
  const database = openDatabase(openPool(store.url, 2));
  try {
    return await work(database, config);
  } finally {
    await database.destroy();
    await store.stop();
  }
}

async function openRunningOrOwn(config: Config): Promise<Store> {
  const running = config.databaseUrl === null ? await findRunningServer(path.join(config.dataDir, 'postgres')) : null;
  return running === null ? openStore(config) : { url: running.urlOf('ldr'), stop: async () => undefined };
}
