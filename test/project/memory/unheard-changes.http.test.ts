import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicChangeChannel } from '../../../src/database/public-tables.ts';
import { paths } from '../../../src/paths.ts';
import { ChangeListener } from '../../../src/platform/database/change-listener.ts';
import { type Database, openDatabase, openPool } from '../../../src/platform/database/database.ts';
import { createLogger } from '../../../src/platform/logging.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import { type CountingApp, countingApp } from './counting-app.ts';

let service: TestService;
/** Another process: what it does not hear by the connection of its own it does not hear at all. */
let other: CountingApp;
let changes: ChangeListener;
let database: Database;

beforeAll(async () => {
  service = await startTestService('demo');
  const { url } = service;
  changes = new ChangeListener({ url, channel: publicChangeChannel, log: createLogger('silent') });
  database = openDatabase(openPool(url, 4));
  await changes.start();
  other = await countingApp({ ...service.context, database }, changes);
});
afterAll(async () => {
  await other.app.close();
  await changes.stop();
  await database.destroy();
  await service.close();
});

const ask = () => other.app.inject(paths.footprint('wolverhampton'));
const cost = () => other.costOf(ask);

/** What changes nothing, and is told of all the same. */
async function touch(): Promise<void> {
  await service.owner.updateTable('source').set({ note: sql`note` }).where('source_id', '=', 'formation').execute();
}

it('pages are made anew while nobody hears of changes, and are kept again once somebody does', async () => {
  await ask();
  expect(await cost()).toBe(0);
  const before = changes.revision();

  await endConnections();
  await expect.poll(() => changes.revision(), { interval: 1 }).toBeNull();
  const [response, asked] = [ask(), other.costOf(ask)];
  expect((await response).headers.etag).toBeDefined();
  expect(await asked).toBeGreaterThan(0);

  await expect.poll(() => changes.revision(), { timeout: 5000 }).not.toBeNull();
  // What was kept before may be out of date.
  expect(changes.revision()).toBeGreaterThan(before ?? Number.NaN);
  await ask();
  expect(await cost()).toBe(0);
  await touch();
  await changes.settled();
  expect(await cost()).toBeGreaterThan(0);
});

/** Ends the connections that do nothing but listen: the last that they were asked is whether they do. */
async function endConnections(): Promise<void> {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ilike '%listen%'`.execute(service.owner);
}
