import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { inject } from 'vitest';
import { buildApp } from '../../src/compose.ts';
import type { AppContext } from '../../src/context.ts';
import { readProgrammePack } from '../../src/features/programme/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { parseConfig } from '../../src/platform/config.ts';
import { type Database, openDatabase, openPool } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { createLogger } from '../../src/platform/logging.ts';
import { programmeFolder } from '../../src/project-folder.ts';
import { keepRegister } from '../../src/register-listeners.ts';

export interface TestDatabase {
  /** As the service works on it: a right that is missing there is missing here. */
  readonly database: Database;
  readonly url: string;
  /** As the role that owns the tables, for a test that does what the service cannot. */
  readonly owner: Database;
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
}

/** A clone of a template, for one test file. `facts`: tables and reference facts; `demo`: the illustrative data too. */
export async function cloneDatabase(template: 'facts' | 'demo'): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = openPool(server.ownerUrl, 1);
  await admin.query(`create database ${name} template ldr_${template}`);
  await admin.end();
  const [url, ownerUrl] = [server.url, server.ownerUrl].map((each) => each.replace(/\/postgres$/, `/${name}`)) as [
    string,
    string,
  ];
  const database = openDatabase(openPool(url, 8));
  const owner = openDatabase(openPool(ownerUrl, 1));
  const close = async () => {
    await database.destroy();
    await owner.destroy();
  };
  // The clone itself goes with the server at the end of the run.
  return { database, url, owner, ownerUrl, close };
}

/** Signs the cookies of every test service. */
export const testSecret = 'a-secret-for-tests-only-0123456789';

export interface TestService extends TestDatabase {
  readonly context: AppContext;
  readonly app: FastifyInstance;
}

/** The real service over a cloned database, driven in-process with `app.inject` or listening for a browser. */
export async function startTestService(
  template: 'facts' | 'demo',
  changes: Partial<AppContext> = {},
): Promise<TestService> {
  const clone = await cloneDatabase(template);
  const config = parseConfig({
    DEMO: template === 'demo' ? '1' : '0',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
  });
  const pack = await readProgrammePack(programmeFolder);
  const log = createLogger(config.logLevel);
  const register = keepRegister(pack);
  const own: AppContext = { config, database: clone.database, pack, clock: systemClock, newId, log, register };
  const context = { ...own, ...changes };
  const app = await buildApp(context, testSecret);
  return {
    ...clone,
    context,
    app,
    close: async () => {
      await app.close();
      await clone.close();
    },
  };
}
