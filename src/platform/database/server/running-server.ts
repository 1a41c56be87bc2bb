import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureServiceRole } from '../rights/service-role.ts';
import { addressesOf, openPasswords } from './cluster.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { findInstallation } from './postgres-installation.ts';

/** Lines of `postmaster.pid` in which the server keeps its process, its port and its state, counted from 0. */
const pidLine = 0;
const portLine = 3;
const stateLine = 7;

/**
 * The addresses of the embedded server that a service runs on this folder at present; null when none runs. It lets a command
 * work beside the service, where starting a second server is refused.
 */
export async function findRunningServer(wanted: string): Promise<Pick<EmbeddedServer, 'urlOf' | 'ownerUrlOf'> | null> {
  const installation = await findInstallation(path.resolve(wanted));
  const { folder } = installation;
  const read = (name: string) => readFile(path.join(folder, name), 'utf8').catch(() => '');
  const lines = (await read('cluster/postmaster.pid')).split('\n').map((line) => line.trim());
  if (lines[stateLine] !== 'ready' || !isAlive(Number(lines[pidLine]))) {
    return null;
  }
  const passwords = await openPasswords(installation);
  const addresses = addressesOf(passwords, lines[portLine] ?? '');
  // A service of an earlier version may be running there, which made no such role.
  await ensureServiceRole(addresses.ownerUrlOf('postgres'), passwords.servicePassword);
  return addresses;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // The server of another user cannot be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
