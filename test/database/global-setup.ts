import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildAll } from '../../scripts/build.ts';
import { agree } from '../../src/compose.ts';
import { readProgrammePack } from '../../src/features/programme/index.ts';
import { loadReference } from '../../src/features/reference-facts/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { parseConfig } from '../../src/platform/config.ts';
import { openDatabase, openPool } from '../../src/platform/database/database.ts';
import { migrateToLatest } from '../../src/platform/database/migrate.ts';
import { type DatabaseAddresses, prepareDatabase } from '../../src/platform/database/prepare-database.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/platform/database/server/embedded-server.ts';
import { newId } from '../../src/platform/ids.ts';
import { createLogger } from '../../src/platform/logging.ts';
import { programmeFolder, projectFolder } from '../../src/project-folder.ts';
import { referenceFolders } from '../../src/read-named-pack.ts';
import { keepRegister } from '../../src/register-listeners.ts';
import { seed } from '../../src/seed.ts';
import { storyTime } from '../../src/story-time.ts';
import { printsNothing } from './prints-nothing.ts';
import { openRunFolder } from './run-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the database `postgres` on the run's server: of its owner, and of the role that the service works under. */
    databaseServer: { readonly ownerUrl: string; readonly url: string };
  }
}

/**
 * One PostgreSQL server for the whole run, with templates that test files clone: `ldr_facts` holds tables and reference facts, `ldr_demo`
 * the illustrative data too, `ldr_0_2_0` the tables of that version alone. Nothing in it outlives the run, so it need not reach the disk.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = openRunFolder();
  const server = await startEmbeddedServer({
    folder: path.join(folder, 'databases'),
    settings: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      // All of it lies in memory, where handing a read to another process only costs.
      'io_method=sync',
      // Whoever opens a connection computes it some thousand times otherwise.
      'scram_iterations=1',
      // It would visit one database after another, more often the more there are, and keep a template from being cloned meanwhile.
      'autovacuum=off',
    ],
  });
  const prepared = await Promise.allSettled([buildAll(), makeTemplates(server)]);
  const failure = prepared.find((result) => result.status === 'rejected');
  if (failure !== undefined) {
    await server.stop();
    throw failure.reason;
  }
  project.provide('databaseServer', { ownerUrl: server.ownerUrlOf('postgres'), url: server.urlOf('postgres') });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplates(server: EmbeddedServer): Promise<void> {
  const admin = openPool(server.ownerUrlOf('postgres'), 1);
  const addressesOf = (name: string) => ({ url: server.urlOf(name), ownerUrl: server.ownerUrlOf(name) });
  await admin.query('create database ldr_0_2_0');
  await makeTablesOfEarlier(server.ownerUrlOf('ldr_0_2_0'));
  await admin.query('create database ldr_facts');
  await loadFacts(addressesOf('ldr_facts'));
  // Made from the facts before those say what they are for: a database says so once.
  await admin.query('create database ldr_demo template ldr_facts');
  await start(addressesOf('ldr_facts'), { DEMO: '0' });
  await start(addressesOf('ldr_demo'), { DEMO: '1' });
  await admin.end();
  await Promise.all(['ldr_facts', 'ldr_demo'].map((name) => settle(server.ownerUrlOf(name))));
}

/** What the server does by itself in time: it counts the rows, and notes which of them everybody sees, in every clone otherwise. */
async function settle(ownerUrl: string): Promise<void> {
  const owner = openPool(ownerUrl, 1);
  await owner.query('vacuum (freeze, analyze)');
  await owner.end();
}

/** The last migration of version 0.2.0. */
const LAST_OF_0_2_0 = '0013';

async function makeTablesOfEarlier(ownerUrl: string): Promise<void> {
  const database = openDatabase(openPool(ownerUrl, 1));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-earlier-'));
  for (const file of await readdir(projectFolder('migrations'))) {
    if (file.slice(0, LAST_OF_0_2_0.length) <= LAST_OF_0_2_0) {
      await cp(projectFolder('migrations', file), path.join(folder, file));
    }
  }
  await migrateToLatest(database, folder);
  await rm(folder, { recursive: true });
  await database.destroy();
}

const prepare = (addresses: DatabaseAddresses) => prepareDatabase(addresses, projectFolder('migrations'));

async function loadFacts(addresses: DatabaseAddresses): Promise<void> {
  await prepare(addresses);
  const database = openDatabase(openPool(addresses.url, 2));
  const pack = await readProgrammePack(programmeFolder);
  await loadReference(database, referenceFolders(parseConfig({})), pack, systemClock(), keepRegister(pack));
  await database.destroy();
}

/** As the service does it at its first start. */
async function start(addresses: DatabaseAddresses, environment: Record<string, string>): Promise<void> {
  const config = parseConfig({ ...environment, LOG_LEVEL: 'warn' });
  const pack = await readProgrammePack(programmeFolder);
  const { clockStart } = await agree(addresses, config, { pack, isModeBinding: true });
  const database = openDatabase(openPool(addresses.url, 2));
  const time = config.isDemonstration
    ? storyTime(pack, { isDemonstration: true, clockStart })
    : { pack, clock: systemClock, realClock: systemClock, story: null };
  const register = keepRegister(time.pack);
  await seed({ config, database, ...time, newId, log: createLogger('warn'), pdf: printsNothing, register });
  await database.destroy();
}
