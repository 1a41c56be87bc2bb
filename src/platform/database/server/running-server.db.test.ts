import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '../database.ts';
import { startEmbeddedServer } from './embedded-server.ts';
import { findRunningServer } from './running-server.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-running-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('finds the server that a service runs on a folder, and none before and after', async () => {
  const wanted = path.join(folder, 'postgres');
  expect(await findRunningServer(wanted)).toBeNull();
  const server = await startEmbeddedServer({ folder: wanted, settings: ['fsync=off'] });
  try {
    const found = await findRunningServer(wanted);
    const pool = openPool(found?.urlOf('postgres') ?? '', 1);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  } finally {
    await server.stop();
  }
  expect(await findRunningServer(wanted)).toBeNull();
});
