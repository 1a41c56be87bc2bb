import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What some 260 databases and a dozen services take, twice over. */
const ROOM_BYTES = 8 * 2 ** 30;

/** Linux keeps in memory what lies here. */
const memory = '/dev/shm';

const ofUser = `ldr-tests-of-${os.userInfo().uid}`;

/**
 * What one run leaves for the next, on a disk. The packaged browser unpacks itself there, for its user only; each user of a machine
 * therefore has one.
 */
export const keptFolder = path.join(os.tmpdir(), ofUser);

/**
 * The temporary folder of this run, for whatever nobody reads after it. In memory where the machine has enough of it: a tenth of a run's
 * processor time went into the files of databases, and more where the disk is slow. What a killed run left there is removed.
 */
export function openRunFolder(): string {
  const parent = hasRoomInMemory() ? path.join(memory, ofUser) : keptFolder;
  const folder = path.join(parent, `run-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // A database server works as another user where this one is root.
  for (const each of [parent, folder]) {
    chmodSync(each, 0o711);
  }
  for (const name of readdirSync(parent).filter((each) => isLeftOver(each))) {
    rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  return folder;
}

function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= ROOM_BYTES && os.freemem() >= ROOM_BYTES;
  } catch {
    return false;
  }
}

function isLeftOver(name: string): boolean {
  const [, pid] = /^run-(\d+)$/.exec(name) ?? [];
  return pid !== undefined && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
