import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { commandOf } from '../../process/process-facts.ts';
import { openPool } from '../database.ts';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { stopLeftover } from './postmaster.ts';

let folder: string;
let running: EmbeddedServer[] = [];

// Making a cluster is the slow part, so all tests share one.
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-server-'));
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  running = [];
});

afterAll(() => rm(folder, { recursive: true }));

async function start(onDeath = vi.fn()): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ folder, settings: ['fsync=off'], onDeath });
  running.push(server);
  return server;
}

async function ask(server: EmbeddedServer, text: string): Promise<unknown[]> {
  const pool = openPool(server.ownerUrlOf('postgres'), 1);
  try {
    return (await pool.query(text)).rows;
  } finally {
    await pool.end();
  }
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(path.join(folder, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

test('a making cut short is begun anew', async () => {
  await mkdir(path.join(folder, 'cluster-making'));
  await writeFile(path.join(folder, 'cluster-making', 'PG_VERSION'), '18');
  expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('what was written is there after a stop and a start', async () => {
  const first = await start();
  await ask(first, 'create table written as select 42 as answer');
  await first.stop();
  expect(await ask(await start(), 'select answer from written')).toEqual([{ answer: 42 }]);
});

test('the service gets a role of its own, in a cluster of an earlier version too', async () => {
  const first = await start();
  await ask(first, 'drop role ldr_service');
  await first.stop();
  const passwordFile = path.join(folder, 'service-password');
  await rm(passwordFile);
  const server = await start();
  expect((await stat(passwordFile)).mode.toString(8)).toMatch(/600$/);
  const pool = openPool(server.urlOf('postgres'), 1);
  const { rows } = await pool.query('select rolname, rolsuper from pg_roles where rolname = current_user');
  await pool.end();
  expect(rows).toEqual([{ rolname: 'ldr_service', rolsuper: false }]);
});

test('a second service on the same folder is refused, and harms nothing', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(`Another copy of the service (process ${process.pid}) is running`);
  expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server that dies is started again on the same port, with all that was acknowledged', async () => {
  const onDeath = vi.fn();
  const server = await start(onDeath);
  await ask(server, 'create table kept as select 42 as answer');
  process.kill(await serverPid(), 'SIGKILL');
  await vi.waitFor(() => expect(onDeath).toHaveBeenCalledWith({ kind: 'restarted' }), { timeout: 20_000 });
  expect(await ask(server, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('a server that cannot be started again is tried until it can', async () => {
  const onDeath = vi.fn();
  const server = await start(onDeath);
  const needed = path.join(folder, 'cluster', 'PG_VERSION');
  await rename(needed, `${needed}-away`);
  process.kill(await serverPid(), 'SIGKILL');
  const gone = { kind: 'gone', error: expect.any(Error) };
  await vi.waitFor(() => expect(onDeath).toHaveBeenCalledWith(gone), { timeout: 30_000 });
  await rename(`${needed}-away`, needed);
  await vi.waitFor(() => expect(onDeath).toHaveBeenLastCalledWith({ kind: 'restarted' }), { timeout: 20_000 });
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server that is being started again can be stopped meanwhile, and stays so', async () => {
  const onDeath = vi.fn();
  const server = await start(onDeath);
  const pid = await serverPid();
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(commandOf(pid)).toBe(''), { timeout: 20_000 });
  await server.stop();
  await expect(ask(server, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test('a server left over from a killed service is stopped', async () => {
  const server = await start();
  const pid = await serverPid();
  const stopped = server.stop();
  await stopLeftover(path.join(folder, 'cluster'));
  await stopped;
  await setTimeout(20);
  expect(commandOf(pid)).toBe('');
});

test('a lock file that names some other process is in nobody’s way', async () => {
  const first = await start();
  await first.stop();
  const lockFile = path.join(folder, 'cluster', 'postmaster.pid');
  await writeFile(lockFile, `${process.pid}\n`);
  await stopLeftover(path.join(folder, 'cluster'));
  await expect(readFile(lockFile)).rejects.toThrow('ENOENT');
});
