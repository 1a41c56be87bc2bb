import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Terminal, UsageError } from './command.ts';

/** Writes a file that is not there yet, as fast as the disk takes it. One that is there may be the only one kept, and stays. */
export async function writeNewFile(
  name: string,
  texts: AsyncIterable<string> | Iterable<string>,
  terminal: Terminal,
): Promise<void> {
  const file = createWriteStream(path.resolve(terminal.folder, name), { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(Readable.from(texts), file);
  } catch (error) {
    const reason = reasons[error instanceof Error && 'code' in error ? String(error.code) : ''];
    if (reason === undefined) {
      throw error;
    }
    throw new UsageError(`${name}: ${reason}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'There is a file of that name already. Choose another name',
  ENOENT: 'There is no such folder',
  EACCES: 'You may not write there',
  ENOSPC: 'The disk is full',
};
