import path from 'node:path';
import { chooseDataFolderForCommand, hasDatabase } from '../choose-data-folder.ts';
import { agree, openStore, type Store } from '../compose.ts';
import { loadShippedFigures } from '../features/indicators/index.ts';
import { modeWords } from '../features/mode/index.ts';
import { loadShippedReleases } from '../features/official-results/index.ts';
import type { ProgrammePack } from '../features/programme/index.ts';
import { loadReference } from '../features/reference-facts/index.ts';
import { type Config, ConfigError, parseConfig } from '../platform/config.ts';
import { type Database, openDatabase, openPool } from '../platform/database/database.ts';
import { asOwner } from '../platform/database/prepare-database.ts';
import { findRunningServer } from '../platform/database/server/running-server.ts';
import { projectFolder } from '../project-folder.ts';
import { readNamedPack, referenceFolders } from '../read-named-pack.ts';
import { keepRegister } from '../register-listeners.ts';
import { storyTime } from '../story-time.ts';
import type { Terminal } from './command.ts';

/**
 * Runs something on the database of the service, whether the service is up or not: the one that `DATABASE_URL` names, the
 * embedded one that is running on `DATA_DIR`, or that one started for the moment. Tables, facts and results are brought up to date first.
 * Whether it is a demonstration the database says itself; a command for the other kind, or for another programme, is refused.
 */
export async function withDatabase<T>(
  terminal: Terminal,
  work: (database: Database, config: Config, time: StoryTime) => Promise<T>,
): Promise<T> {
  return onDatabase(terminal, await settingsOf(terminal), work);
}

/** The same for a command that makes no sense before the service was started: a folder that was mistyped gets no database by it. */
export async function withDatabaseThere<T>(
  terminal: Terminal,
  work: (database: Database, config: Config, time: StoryTime) => Promise<T>,
): Promise<T> {
  return onDatabase(terminal, requireThere(await settingsOf(terminal)), work);
}

async function onDatabase<T>(
  terminal: Terminal,
  settings: Config,
  work: (database: Database, config: Config, time: StoryTime) => Promise<T>,
): Promise<T> {
  const named = await readNamedPack(settings);
  return withStore(settings, async (store, config) => {
    const { isDemonstration, time } = await bringUpToDate(terminal, store, config, named);
    const database = openDatabase(openPool(store.url, 2));
    try {
      await loadReference(database, referenceFolders(config), time.pack, time.clock(), keepRegister(time.pack));
      await loadShippedReleases(database, projectFolder('reference', 'official-results'), time.clock());
      await loadShippedFigures(database, projectFolder('reference', 'indicators'), time.clock());
      return await work(database, { ...config, isDemonstration }, time);
    } finally {
      await database.destroy();
    }
  });
}

/** The pack of the programme, and its time: that of the story where the database is a demonstration of the past. */
export type StoryTime = ReturnType<typeof storyTime>;

/** Answers whether the database is a demonstration, and what its time is. */
async function bringUpToDate(
  terminal: Terminal,
  store: Store,
  config: Config,
  named: ProgrammePack,
): Promise<{ readonly isDemonstration: boolean; readonly time: StoryTime }> {
  const isModeBinding = config.isModeGiven;
  const { mode, isNew, clockStart, pack } = await agree(store, config, { pack: named, isModeBinding });
  if (isNew && !config.isModeGiven) {
    terminal.complain(
      `This database is for ${modeWords[mode]} from now on. DEMO=0 or DEMO=1 before a command says which.`,
    );
  }
  const isDemonstration = mode === 'demonstration';
  return { isDemonstration, time: storyTime(pack, { isDemonstration, clockStart }) };
}

/**
 * The same on a database that is there, as it lies there: neither brought up to date nor asked what it is. As its owner where the
 * owner's address is known, because a database of an earlier version gives nobody else any rights yet.
 */
export async function withDatabaseAsItIs<T>(
  terminal: Terminal,
  work: (database: Database, config: Config, store: Store) => Promise<T>,
): Promise<T> {
  const config = requireThere(await settingsOf(terminal));
  return withStore(config, (store) => asOwner(store, (database) => work(database, config, store)));
}

/** The database that is named, whether there is anything in it or not. */
export async function withNamedStore<T>(
  terminal: Terminal,
  work: (store: Store, config: Config) => Promise<T>,
): Promise<T> {
  const config = parseConfig(terminal.environment);
  if (config.databaseUrl === null && !config.isDataDirGiven) {
    throw new ConfigError('Say where to, with DATA_DIR=<a new folder> or DATABASE_URL and DATABASE_OWNER_URL.');
  }
  return withStore(config, work);
}

function requireThere(config: Config): Config {
  if (config.databaseUrl === null && !hasDatabase(config.dataDir)) {
    throw new ConfigError(
      `There is no database in ${config.dataDir}. Say where it is with DATA_DIR or DATABASE_URL, or start the service there first.`,
    );
  }
  return config;
}

function settingsOf(terminal: Terminal): Promise<Config> {
  return chooseDataFolderForCommand(parseConfig(terminal.environment), openStore);
}

async function withStore<T>(config: Config, work: (store: Store, config: Config) => Promise<T>): Promise<T> {
  const store = await openRunningOrOwn(config);
  try {
    return await work(store, config);
  } finally {
    await store.stop();
  }
}

async function openRunningOrOwn(config: Config): Promise<Store> {
  const running = config.databaseUrl === null ? await findRunningServer(path.join(config.dataDir, 'postgres')) : null;
  return running === null
    ? openStore(config)
    : { url: running.urlOf('ldr'), ownerUrl: running.ownerUrlOf('ldr'), stop: async () => undefined };
}
