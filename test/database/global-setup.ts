import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildAll } from '../../scripts/build.ts';
import { loadReference } from '../../src/features/directory/index.ts';
import { agreeOnMode, askedMode } from '../../src/features/mode/index.ts';
import { readProgrammePack } from '../../src/features/programme/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { parseConfig } from '../../src/platform/config.ts';
import { type Database, openDatabase, openPool } from '../../src/platform/database/database.ts';
import { startEmbeddedServer } from '../../src/platform/database/embedded-server.ts';
import { migrateToLatest } from '../../src/platform/database/migrate.ts';
import { newId } from '../../src/platform/ids.ts';
import { createLogger } from '../../src/platform/logging.ts';
import { programmeFolder, projectFolder } from '../../src/project-folder.ts';
import { keepRegister } from '../../src/register-listeners.ts';
import { seed } from '../../src/seed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/**
 * One PostgreSQL server for the whole run, with two templates that each test file clones: `ldr_facts` holds tables and reference
 * facts, `ldr_demo` the illustrative data too. Nothing in it outlives the run, so it need not reach the disk.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-test-'));
  const server = await startEmbeddedServer({
    folder,
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  });
  const prepared = await Promise.allSettled([buildAll(), makeTemplates(server.urlOf)]);
  const failure = prepared.find((result) => result.status === 'rejected');
  if (failure !== undefined) {
    await server.stop();
    throw failure.reason;
  }
  project.provide('databaseServer', server.urlOf('postgres'));
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplates(urlOf: (database: string) => string): Promise<void> {
  const admin = openPool(urlOf('postgres'), 1);
  await admin.query('create database ldr_facts');
  await withDatabase(urlOf('ldr_facts'), loadFacts);
  // Made from the facts before those say what they are for: a database says so once.
  await admin.query('create database ldr_demo template ldr_facts');
  await withDatabase(urlOf('ldr_facts'), (database) => start(database, { DEMO: '0' }));
  await withDatabase(urlOf('ldr_demo'), (database) => start(database, { DEMO: '1' }));
  await admin.end();
}

async function withDatabase(url: string, work: (database: Database) => Promise<void>): Promise<void> {
  const database = openDatabase(openPool(url, 2));
  await work(database);
  await database.destroy();
}

const migrate = (database: Database) => migrateToLatest(database, projectFolder('migrations'));

async function loadFacts(database: Database): Promise<void> {
  await migrate(database);
  const pack = await readProgrammePack(programmeFolder);
  await loadReference(database, projectFolder('reference'), pack, systemClock(), keepRegister(pack).listeners);
}

/** As the service does it at its first start. */
async function start(database: Database, environment: Record<string, string>): Promise<void> {
  const config = parseConfig({ ...environment, LOG_LEVEL: 'warn' });
  await agreeOnMode(database, askedMode(config, true), systemClock(), () => migrate(database));
  const pack = await readProgrammePack(programmeFolder);
  const register = keepRegister(pack);
  await seed({ config, database, pack, clock: systemClock, newId, log: createLogger('warn'), register });
}
