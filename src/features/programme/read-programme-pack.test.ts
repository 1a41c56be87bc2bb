import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../project-folder.ts';
import type { PackFile } from './pack-fault.ts';
import { ProgrammePackError, readProgrammePack } from './read-programme-pack.ts';
import { SMALL_PACK, smallPackWith } from './small-pack.fixture.ts';

const folders: string[] = [];

async function folderWith(files: readonly PackFile[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'));
  folders.push(folder);
  await Promise.all(files.map(({ path, text }) => writeFile(join(folder, path), text)));
  return folder;
}

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

describe('readProgrammePack', () => {
  it('reads the YAML files of a folder and leaves others alone', async () => {
    const folder = await folderWith([...SMALL_PACK, { path: 'notes.txt', text: 'not: [yaml' }]);
    expect((await readProgrammePack(folder)).title).toBe('Small programme');
  });

  it('refuses a faulty pack and lists each fault with file and line', async () => {
    const folder = await folderWith(smallPackWith('group: records', 'group: notes'));
    const failure = await readProgrammePack(folder).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProgrammePackError);
    expect(String(failure)).toMatch(/has 1 fault:\ncontent\.yaml:4 no capability group "notes"$/);
  });

  it('refuses a folder without a pack', async () => {
    await expect(readProgrammePack(await folderWith([]))).rejects.toThrow('the folder holds no .yaml file');
  });

  it.each(['england-ldr', 'england-wgll'])(
    'prints the texts of %s as pages do, however they were typed',
    async (id) => {
      const { instrumentsAsWritten, careSettings, ...shown } = await readProgrammePack(projectFolder('programmes', id));
      const labels = careSettings.map(({ label }) => label);
      expect(textsIn([shown, labels]).filter((text) => /['"]/.test(text))).toEqual([]);
      // What answers were given to is compared as it was typed.
      expect(textsIn(instrumentsAsWritten).some((text) => text.includes("'"))).toBe(true);
    },
  );

  it.each(['england-ldr', 'england-wgll'])(
    'names a round in the letters of %s so that any name reads well',
    async (id) => {
      const letters = Object.values((await readProgrammePack(projectFolder('programmes', id))).letters);
      expect(letters.filter(({ text }) => text.replaceAll('“{round}”', '').includes('{round}'))).toEqual([]);
      expect(letters.filter(({ subject }) => subject.replace(/^\{round\}: /, '').includes('{round}'))).toEqual([]);
    },
  );
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
