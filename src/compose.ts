import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.tsx';
import type { AppContext } from './context.ts';
import { createAuth } from './features/identity/index.ts';
import { readProgrammePack } from './features/programme/index.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { openDatabase, openPool } from './platform/database/database.ts';
import { startEmbeddedServer } from './platform/database/embedded-server.ts';
import { migrateToLatest } from './platform/database/migrate.ts';
import { readAssets } from './platform/http/assets.ts';
import { newId } from './platform/ids.ts';
import type { Logger } from './platform/logging.ts';
import { projectFolder } from './project-folder.ts';
import { seed } from './seed.ts';

export interface Service {
  readonly app: FastifyInstance;
  readonly context: AppContext;
  readonly stop: () => Promise<void>;
}

/** The programme this service runs. */
const PROGRAMME = 'england-ldr';

/** Builds the whole service by hand, in the order things need each other: database, tables, programme, reference facts, pages. */
export async function composeService(config: Config, log: Logger): Promise<Service> {
  const store = await openStore(config);
  const pool = openPool(store.url);
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'));
  const database = openDatabase(pool);
  const stop = async () => {
    await database.destroy();
    await store.stop();
  };
  try {
    const pack = await readProgrammePack(projectFolder('programmes', PROGRAMME));
    const applied = await migrateToLatest(database, projectFolder('migrations'));
    log.info({ applied }, 'database is up to date');
    const context: AppContext = { config, database, pack, clock: systemClock, newId, log };
    await seed(context);
    const app = await buildApp(context, await sessionSecret(config));
    return { app, context, stop: async () => void (await app.close().then(stop)) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The pages over a context that is ready; tests build theirs through here too. */
export function buildApp(context: AppContext, secret: string): Promise<FastifyInstance> {
  const { config, database } = context;
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const auth = createAuth({ database, secret, publicUrl, isDemonstration: config.isDemonstration, newId });
  const assets = readAssets(projectFolder('dist'));
  return createApp({ context, auth, assets, assetsFolder: projectFolder('dist', 'assets'), secret });
}

interface Store {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function openStore(config: Config): Promise<Store> {
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, stop: async () => undefined };
  }
  const server = await startEmbeddedServer({ folder: path.join(config.dataDir, 'postgres') });
  await createDatabaseOnce(server.urlOf('postgres'), 'ldr');
  return { url: server.urlOf('ldr'), stop: server.stop };
}

async function createDatabaseOnce(adminUrl: string, name: string): Promise<void> {
  const pool = openPool(adminUrl, 1);
  try {
    const found = await pool.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      await pool.query(`create database ${name}`);
    }
  } finally {
    await pool.end();
  }
}

/** The secret that signs cookies: given, or made once and kept beside the data, so that a restart signs nobody out. */
async function sessionSecret(config: Config): Promise<string> {
  if (config.sessionSecret !== null) {
    return config.sessionSecret;
  }
  const file = path.join(config.dataDir, 'session-secret');
  if (!existsSync(file)) {
    await mkdir(config.dataDir, { recursive: true });
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return (await readFile(file, 'utf8')).trim();
}
