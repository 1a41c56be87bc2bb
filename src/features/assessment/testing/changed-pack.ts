import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { programmeFolder } from '../../../project-folder.ts';

/** A text in a file of the pack, and what it is to be. */
export type PackChange = readonly [file: string, from: string, to: string];

/** Copies of the shipped pack in which something is otherwise; they go with `close`. */
export async function changedPacks() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-changed-'));
  const make = async (...changes: readonly PackChange[]): Promise<string> => {
    const pack = await mkdtemp(path.join(folder, 'pack-'));
    await cp(programmeFolder, pack, { recursive: true });
    for (const [file, from, to] of changes) {
      const text = await readFile(path.join(pack, file), 'utf8');
      if (!text.includes(from)) {
        throw new Error(`${file} does not say “${from}”`);
      }
      await writeFile(path.join(pack, file), text.replace(from, to));
    }
    return pack;
  };
  return { make, close: () => rm(folder, { recursive: true }) };
}

export const readiness = 'instrument-dmsa-2015-readiness.yaml';

/** A question of the first instrument. */
export const theQuestion = 'Our board has approved a digital strategy that serves our clinical and business aims.';

/** The first instrument under another version. */
export const secondVersion: PackChange = ['instrument-dmsa-2015.yaml', "version: '1'", "version: '2'"];
