import http from 'node:http';
import net from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../database/test-service.ts';
import { type RunningService, startService } from './running-service.ts';

let clone: TestDatabase;
let service: RunningService;

beforeAll(async () => {
  clone = await cloneDatabase('facts');
  service = await startService({
    DATABASE_URL: `${clone.url}?application_name=the-service`,
    SESSION_SECRET: 'a-secret-for-tests-only-0123456789',
    DEMO: '0',
  });
});

afterAll(async () => {
  service.child.kill('SIGKILL');
  await clone.close();
});

test('a service with kept-alive connections ends with 0 when it is told to, and its connections to the database with it', async () => {
  const agent = new http.Agent({ keepAlive: true });
  const get = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = http.get(`${service.address}${path}`, { agent }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      request.on('error', reject);
    });
  expect(await Promise.all(Array.from({ length: 8 }, () => get('/organisations')))).toEqual(Array(8).fill(200));
  const unused = net.connect(Number(new URL(service.address).port), '127.0.0.1');
  await new Promise((resolve) => unused.once('connect', resolve));

  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  expect(service.said()).not.toMatch(/"level":"(warn|error|fatal)"/);
  const connections = () =>
    sql`select pid from pg_stat_activity where application_name = 'the-service'`.execute(clone.database);
  await vi.waitFor(async () => expect((await connections()).rows).toEqual([]), { timeout: 20_000 });
  agent.destroy();
  unused.destroy();
});
