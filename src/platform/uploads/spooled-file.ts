import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import path from 'node:path';
import { unavailable } from '../database/unavailability.ts';
import { newId } from '../ids.ts';

/** In which pieces a file is passed on: what one of them takes is what is held in memory. */
export const pieceBytes = 262_144;

/**
 * A file that somebody sent, whole on the disk, with what is known of it. It has no name there from the moment it is made, so that
 * nothing is left of it however the process ends. Whoever has it closes it.
 */
export interface SpooledFile {
  /** As it was sent, which may be anything. */
  readonly name: string;
  readonly byteCount: number;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
  /** True where more was sent than is taken; what is here is the beginning then. */
  readonly isCutShort: boolean;
  /** Up to so many bytes from a place on. */
  readonly read: (from: number, most: number) => Promise<Buffer>;
  /** All of it from the beginning, in pieces. */
  readonly pieces: () => AsyncGenerator<Buffer>;
  readonly close: () => Promise<void>;
}

interface Arriving {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
  /** Asked once all of it has come. */
  readonly isCutShort: () => boolean;
}

/**
 * Puts what arrives on the disk while its digest is formed; memory holds a piece at a time, however long it takes.
 * @throws {UnavailableError} where the disk is full or cannot be written.
 */
export async function spoolFile(folder: string, { name, content, isCutShort }: Arriving): Promise<SpooledFile> {
  const handle = await openNameless(folder);
  const hash = createHash('sha256');
  let byteCount = 0;
  try {
    for await (const bytes of content) {
      hash.update(bytes);
      await write(handle, bytes, byteCount);
      byteCount += bytes.length;
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  return spooled(handle, { name, byteCount, digest: hash.digest('hex'), isCutShort: isCutShort() });
}

async function openNameless(folder: string): Promise<FileHandle> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, newId());
    const handle = await open(file, 'wx+', 0o600);
    await unlink(file);
    return handle;
  } catch (error) {
    throw unavailable('full', { cause: error });
  }
}

async function write(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  try {
    await handle.write(bytes, 0, bytes.length, at);
  } catch (error) {
    throw unavailable('full', { cause: error });
  }
}

type Facts = Pick<SpooledFile, 'name' | 'byteCount' | 'digest' | 'isCutShort'>;

function spooled(handle: FileHandle, facts: Facts): SpooledFile {
  const read = async (from: number, most: number) => {
    const length = Math.max(0, Math.min(most, facts.byteCount - from));
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await handle.read(bytes, 0, length, from);
    return bytes.subarray(0, bytesRead);
  };
  return {
    ...facts,
    read,
    async *pieces() {
      for (let from = 0; from < facts.byteCount; from += pieceBytes) {
        yield await read(from, pieceBytes);
      }
    },
    close: () => handle.close(),
  };
}
