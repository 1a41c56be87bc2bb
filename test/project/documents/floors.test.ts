import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../src/project-folder.ts';

const read = (...parts: string[]) => readFile(projectFolder(...parts), 'utf8');

/** The table that makes the rules, from the ground up. */
async function floorsByRule(): Promise<string[][]> {
  const [, table = ''] = /^const floors = \[\n([\s\S]*?)^\];/m.exec(await read('.dependency-cruiser.mjs')) ?? [];
  return table
    .trim()
    .split('\n')
    .map((line) => [...line.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name));
}

describe('the floors', () => {
  it('are those of the decision record', async () => {
    const rows = (await read('docs', 'adr', '0019-rooms-by-floor.md')).matchAll(/^\| \d+ \| (.+) \|$/gm);
    const recorded = [...rows].map(([, cell = '']) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name));
    expect(recorded).toEqual(await floorsByRule());
  });

  it('are those of the picture', async () => {
    const boxes = (await read('docs', 'architecture.md')).matchAll(/\bf\d+\[([^\]]+)\]/g);
    expect([...boxes].map(([, names = '']) => names.split(' · '))).toEqual(await floorsByRule());
  });

  it('hold every feature, and the map says what each answers', async () => {
    const features = (await readdir(projectFolder('src', 'features'))).toSorted();
    expect((await floorsByRule()).flat().toSorted()).toEqual(features);
    const [, table = ''] =
      /^\| Feature \| Answers \|\n((?:\|.*\n)+)/m.exec(await read('docs', 'architecture.md')) ?? [];
    expect([...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name).toSorted()).toEqual(features);
  });
});
