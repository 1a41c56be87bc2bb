import path from 'node:path';
import { countHoldings, decideMode, findMode } from './features/mode/index.ts';
import { type Config, ConfigError, usualDataDirs } from './platform/config.ts';
import { type Database, openDatabase, openPool } from './platform/database/database.ts';
import { hasCluster } from './platform/database/server/postgres-installation.ts';
import { findRunningServer } from './platform/database/server/running-server.ts';

/** Of PostgreSQL: a service that is just starting there for the first time has not made its database yet. */
const NO_SUCH_DATABASE = '3D000';

type OpenStore = (
  config: Config,
) => Promise<{ readonly url: string; readonly ownerUrl: string | null; readonly stop: () => Promise<void> }>;

/**
 * The folder of the service's own database. One that is named is taken. Otherwise the demonstration and real data have each their
 * own; real data that an earlier version kept in the folder that is the demonstration's now is still found there.
 */
export async function chooseDataFolder(
  config: Config,
  open: OpenStore,
  usual = usualDataDirs(config),
): Promise<Config> {
  if (config.databaseUrl !== null || config.isDataDirGiven || config.isDemonstration || hasDatabase(config.dataDir)) {
    return config;
  }
  const earlier = { ...config, dataDir: usual.demonstration };
  return hasDatabase(earlier.dataDir) && (await look(earlier, open)) ? earlier : config;
}

/**
 * The folder for a command. Where nobody says which and both are there, it is not for the command to choose: a file of facts or an
 * account in the wrong one may be hard to take out again.
 */
export async function chooseDataFolderForCommand(
  config: Config,
  open: OpenStore,
  usual = usualDataDirs(config),
): Promise<Config> {
  if (config.databaseUrl !== null || config.isDataDirGiven || config.isModeGiven || !hasDatabase(usual.real)) {
    return chooseDataFolder(config, open, usual);
  }
  if (hasDatabase(usual.demonstration)) {
    throw new ConfigError(
      `There are two databases: a demonstration in ${usual.demonstration} and real data in ${usual.real}.\n` +
        'Say which one is meant, with DEMO=1 or DEMO=0 before the command.',
    );
  }
  return { ...config, dataDir: usual.real, isDemonstration: false };
}

export function hasDatabase(dataDir: string): boolean {
  return hasCluster(path.resolve(dataDir, 'postgres'));
}

/** Whether a database holds something that is not to be left behind. One in which a start has only begun holds nothing. */
async function holdsRealData(database: Database): Promise<boolean> {
  const recorded = await findMode(database);
  if (recorded !== null) {
    return recorded.mode === 'real';
  }
  const decision = decideMode(await countHoldings(database), 'demonstration');
  return decision.kind === 'mixed' || decision.mode === 'real';
}

/** Looks for real data in the database of a folder, whether a service is running on it or not. */
async function look(config: Config, open: OpenStore): Promise<boolean> {
  const running = await findRunningServer(path.join(config.dataDir, 'postgres'));
  const store =
    running === null
      ? await open(config)
      : { url: running.urlOf('ldr'), ownerUrl: running.ownerUrlOf('ldr'), stop: async () => undefined };
  // As its owner: a database of an earlier version gives nobody else any rights yet.
  const database = openDatabase(openPool(store.ownerUrl ?? store.url, 1));
  try {
    return await holdsRealData(database);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NO_SUCH_DATABASE) {
      return false;
    }
    throw error;
  } finally {
    await database.destroy();
    await store.stop();
  }
}
