import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findInstallation } from './postgres-installation.ts';

/** Lines of `postmaster.pid` in which the server keeps its process, its port and its state, counted from 0. */
const pidLine = 0;
const portLine = 3;
const stateLine = 7;

/**
 * The address of the embedded server that a service runs on this folder at present; null when none runs. It lets a command
 * work beside the service, where starting a second server is refused.
 */
export async function findRunningServer(wanted: string): Promise<{ urlOf: (database: string) => string } | null> {
  const { folder } = await findInstallation(path.resolve(wanted));
  const read = (name: string) => readFile(path.join(folder, name), 'utf8').catch(() => '');
  const lines = (await read('cluster/postmaster.pid')).split('\n').map((line) => line.trim());
  if (lines[stateLine] !== 'ready' || !isAlive(Number(lines[pidLine]))) {
    return null;
  }
  const password = (await read('password')).trim();
  return { urlOf: (database) => `postgres://ldr:${password}@127.0.0.1:${lines[portLine]}/${database}` };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // The server of another user cannot be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
