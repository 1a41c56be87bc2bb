import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildAll } from '../../scripts/build.ts';
import { readProgrammePack } from '../../src/features/programme/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { parseConfig } from '../../src/platform/config.ts';
import { openDatabase, openPool } from '../../src/platform/database/database.ts';
import { startEmbeddedServer } from '../../src/platform/database/embedded-server.ts';
import { migrateToLatest } from '../../src/platform/database/migrate.ts';
import { newId } from '../../src/platform/ids.ts';
import { createLogger } from '../../src/platform/logging.ts';
import { programmeFolder, projectFolder } from '../../src/project-folder.ts';
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
  await fill(urlOf('ldr_facts'), { DEMO: '0' });
  await admin.query('create database ldr_demo template ldr_facts');
  await fill(urlOf('ldr_demo'), { DEMO: '1' });
  await admin.end();
}

async function fill(url: string, environment: Record<string, string>): Promise<void> {
  const pool = openPool(url, 2);
  const database = openDatabase(pool);
  await migrateToLatest(database, projectFolder('migrations'));
  const pack = await readProgrammePack(programmeFolder);
  const config = parseConfig({ ...environment, LOG_LEVEL: 'warn' });
  await seed({ config, database, pack, clock: systemClock, newId, log: createLogger('warn') });
  await database.destroy();
}
