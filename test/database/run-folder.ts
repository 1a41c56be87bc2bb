import { mkdtemp, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** The files of some 170 databases, and what a run needs beside them. */
const ROOM_BYTES = 8 * 2 ** 30;

/** Kept in memory by Linux. */
const memoryFolder = '/dev/shm';

/**
 * A new folder for what nobody reads after the run: in memory where the machine has enough of it, as a fifth of the run's processor time
 * went into files on its disk and into removing them.
 */
export async function makeRunFolder(): Promise<string> {
  const parent = (await hasRoomInMemory()) ? memoryFolder : os.tmpdir();
  return mkdtemp(path.join(parent, 'ldr-test-'));
}

async function hasRoomInMemory(): Promise<boolean> {
  const found = await statfs(memoryFolder).catch(() => null);
  return found !== null && found.bavail * found.bsize >= ROOM_BYTES && os.freemem() >= ROOM_BYTES;
}
