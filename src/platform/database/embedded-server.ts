import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { type PostgresAccount, reachableInstallation } from './postgres-account.ts';

export interface EmbeddedServer {
  /** Connection string of the named database in this cluster. */
  readonly urlOf: (database: string) => string;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedServerOptions {
  readonly folder: string;
  /** Settings such as `fsync=off`, for throw-away clusters in tests. */
  readonly settings?: readonly string[];
}

/** The database could not be started; the message says what to do. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';
}

/**
 * Starts a PostgreSQL server of our own on a free port of the loopback address, making its cluster under `folder` the first time.
 * The server is a child process: it is stopped with `stop()`, and a server left over from a killed process is stopped before starting anew.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const installation = await reachableInstallation(path.resolve(options.folder));
  const { account, folder } = installation;
  const cluster = path.join(folder, 'cluster');
  const passwordFile = path.join(folder, 'password');
  await mkdir(folder, { recursive: true });
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) {
    await createCluster(installation.bin, account, cluster, passwordFile);
  }
  await stopLeftover(cluster);
  const password = (await readFile(passwordFile, 'utf8')).trim();
  const port = await freePort();
  const child = await launch(installation.bin, account, cluster, port, options.settings ?? []);
  return {
    urlOf: (database) => `postgres://ldr:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopChild(child),
  };
}

async function createCluster(bin: string, account: PostgresAccount | null, cluster: string, passwordFile: string) {
  // A cluster without PG_VERSION is what a killed initdb leaves behind; initdb refuses a folder that is not empty.
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { recursive: true });
  await writeFile(passwordFile, randomBytes(24).toString('hex'));
  if (account) {
    await chown(cluster, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  await chmod(cluster, 0o700);
  const flags = ['--username=ldr', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(path.join(bin, 'initdb'), [`--pgdata=${cluster}`, `--pwfile=${passwordFile}`, ...flags], {
    ...(account ?? {}),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    cwd: cluster,
  });
  await chmod(passwordFile, 0o600);
}

async function launch(
  bin: string,
  account: PostgresAccount | null,
  cluster: string,
  port: number,
  settings: readonly string[],
): Promise<ChildProcess> {
  const base = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', 'shared_buffers=128MB', 'log_min_messages=fatal'];
  const child = spawn(
    path.join(bin, 'postgres'),
    ['-D', cluster, '-p', String(port), ...[...base, ...settings].flatMap((setting) => ['-c', setting])],
    // Its own process group: Ctrl-C reaches the service alone, which then stops the server after its last transaction.
    { ...(account ?? {}), detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, cwd: cluster },
  );
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await waitUntilAccepting(child, cluster, said);
  child.stderr?.removeAllListeners('data').resume();
  return child;
}

/** The server writes its state into line 8 of `postmaster.pid`; that is what `pg_ctl` waits for too. */
async function waitUntilAccepting(child: ChildProcess, cluster: string, said: readonly string[]): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new EmbeddedServerError(`The database did not start.\n${said.join('')}`);
    }
    const state = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
    const lines = state.split('\n');
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new EmbeddedServerError(`The database was not ready within a minute.\n${said.join('')}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  await exited;
}

/**
 * A service killed outright leaves its database running. Two services on one folder must not share a cluster silently,
 * so the leftover is stopped only when the process that started it is gone (its parent is then no longer ours to ask).
 */
async function stopLeftover(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  const pid = Number.parseInt((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0] ?? '', 10);
  if (!Number.isInteger(pid) || !isPostgresOf(pid, cluster)) {
    return;
  }
  if (hasLivingParent(pid)) {
    throw new EmbeddedServerError(
      'Another copy of the service is running on this data folder. Stop it first, or set DATA_DIR to another folder.',
    );
  }
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + 30_000;
  while (isPostgresOf(pid, cluster) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function processFact(pid: number, field: 'args' | 'ppid'): string {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function isPostgresOf(pid: number, cluster: string): boolean {
  return processFact(pid, 'args').includes(cluster);
}

function hasLivingParent(pid: number): boolean {
  const parent = Number(processFact(pid, 'ppid'));
  return parent > 1 && /node/.test(processFact(parent, 'args'));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
