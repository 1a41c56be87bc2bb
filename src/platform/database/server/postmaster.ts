import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { commandOf } from '../../process/process-facts.ts';
import { serverEnvironment } from './cluster.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';
import type { PostgresInstallation } from './postgres-installation.ts';

export interface PostmasterOptions {
  readonly cluster: string;
  readonly port: number;
  readonly settings: readonly string[];
}

const POLL_MILLISECONDS = 15;
const START_DEADLINE_MILLISECONDS = 60_000;
const STOP_DEADLINE_MILLISECONDS = 30_000;

/** Starts the server process over a cluster and waits until it accepts connections, or is not wanted any more. */
export async function startPostmaster(
  { bin, account }: PostgresInstallation,
  { cluster, port, settings }: PostmasterOptions,
  signal: AbortSignal,
): Promise<ChildProcess> {
  const args = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const child = spawn(path.join(bin, 'postgres'), args, {
    ...(account ?? {}),
    // A process group of its own: Ctrl-C reaches the service alone, which then stops the server after its last transaction.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: serverEnvironment,
    cwd: cluster,
  });
  const said: string[] = [];
  child.once('error', (error) => said.push(error.message));
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const endStart = () => void child.kill('SIGINT');
  signal.addEventListener('abort', endStart);
  try {
    await waitUntilAccepting(child, cluster);
  } catch (error) {
    child.kill('SIGINT');
    throw new EmbeddedServerError(`${error instanceof Error ? error.message : error}\n${said.join('')}`);
  } finally {
    signal.removeEventListener('abort', endStart);
  }
  child.stderr?.removeAllListeners('data').resume();
  return child;
}

/** Ends the server after the transactions under way are rolled back; one that does not heed is ended at once, which loses nothing. */
export async function stopPostmaster(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) {
    return;
  }
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  const late = setTimeout(STOP_DEADLINE_MILLISECONDS, undefined, { ref: false }).then(() => child.kill('SIGQUIT'));
  await Promise.race([exited, late]);
  await exited;
}

/**
 * Stops the server that a killed service has left running on the cluster. The caller holds the claim on the folder, so no living
 * service uses it. A lock file whose number now belongs to some other process is taken away, as PostgreSQL would stumble over it.
 */
export async function stopLeftover(cluster: string): Promise<void> {
  const lockFile = path.join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(lockFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || commandOf(pid) === '') {
    return;
  }
  if (!isServerOf(pid, cluster)) {
    await rm(lockFile, { force: true });
    return;
  }
  // In order if it can; one that is itself held or stuck heeds only the last. None of them loses anything acknowledged.
  for (const [signal, patience] of endings) {
    process.kill(pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isServerOf(pid, cluster)) {
        return;
      }
      await setTimeout(POLL_MILLISECONDS);
    }
  }
}

const endings = [
  ['SIGINT', STOP_DEADLINE_MILLISECONDS],
  ['SIGQUIT', 3000],
  ['SIGKILL', 3000],
] as const;

function isServerOf(pid: number, cluster: string): boolean {
  return commandOf(pid).includes(`-D ${cluster} `);
}

/** The server writes its state into line 8 of its lock file; that is what `pg_ctl` waits for too. */
async function waitUntilAccepting(child: ChildProcess, cluster: string): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MILLISECONDS;
  while (Date.now() < deadline) {
    if (hasEnded(child) || child.pid === undefined) {
      throw new Error('The database did not start.');
    }
    const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') {
      return;
    }
    await setTimeout(POLL_MILLISECONDS);
  }
  throw new Error('The database was not ready within a minute.');
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
