import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findInstallation } from '../../src/platform/database/server/postgres-installation.ts';

/** The process of the server whose cluster is kept in this folder. */
export async function postmasterOf(folder: string): Promise<number> {
  return Number.parseInt(readFileSync(path.join(await clusterOf(folder), 'postmaster.pid'), 'utf8'), 10);
}

/** Where `pg_control` keeps the state of the cluster, and the number there of one that was shut down in order (`pg_control.h`). */
const stateOffset = 16;
const shutDownState = 1;

/** Whether the server of this folder has ended, and so that its next start need not recover anything. */
export async function isShutDown(folder: string): Promise<boolean> {
  const control = readFileSync(path.join(await clusterOf(folder), 'global', 'pg_control'));
  return control.readUInt32LE(stateOffset) === shutDownState;
}

async function clusterOf(folder: string): Promise<string> {
  const installation = await findInstallation(path.resolve(folder));
  return path.join(installation.folder, 'cluster');
}

/** Its children, as Linux lists them: one for each connection, and some that work for all of them. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 0 && parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  try {
    // After the command's name, which may itself hold blanks and brackets: state, then the parent.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0;
  }
}
