import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UnavailableError } from '../http/problem.ts';
import { pieceBytes, spoolFile } from './spooled-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'spool-'));
});
afterEach(() => rm(folder, { recursive: true }));

const arriving = (pieces: readonly Buffer[]) => ({
  name: 'paper.pdf',
  content: (async function* () {
    yield* pieces;
  })(),
  isCutShort: () => false,
});

it('keeps a file whole and without a name, with its digest', async () => {
  const pieces = [Buffer.alloc(pieceBytes, 1), Buffer.alloc(7, 2), Buffer.alloc(pieceBytes, 3)];
  const file = await spoolFile(folder, arriving(pieces));
  expect(await readdir(folder)).toEqual([]);
  expect(file).toMatchObject({ name: 'paper.pdf', byteCount: 2 * pieceBytes + 7, isCutShort: false });
  expect(file.digest).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
  const sizes: number[] = [];
  const read: Buffer[] = [];
  for await (const piece of file.pieces()) {
    sizes.push(piece.length);
    read.push(piece);
  }
  expect(sizes).toEqual([pieceBytes, pieceBytes, 7]);
  expect(Buffer.concat(read).equals(Buffer.concat(pieces))).toBe(true);
  expect(await file.read(2 * pieceBytes, 1000)).toEqual(Buffer.alloc(7, 3));
  await file.close();
});

it('leaves nothing of what breaks off', async () => {
  const content = (async function* () {
    yield Buffer.from('half');
    throw new Error('the connection is lost');
  })();
  await expect(spoolFile(folder, { name: 'a', content, isCutShort: () => false })).rejects.toThrow('lost');
  expect(await readdir(folder)).toEqual([]);
});

it('says that the service is not available where nothing can be written', async () => {
  const file = path.join(folder, 'not-a-folder');
  await writeFile(file, '');
  await expect(spoolFile(file, arriving([]))).rejects.toThrow(UnavailableError);
});
