import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openWorkFolder } from './work-folder.ts';

/** Above every process that a system has. */
const NOBODY = 2 ** 30;

it('has a whole name, also where the data folder was named in part', async () => {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'working-'));
  const folder = await openWorkFolder(path.relative(process.cwd(), parent));
  expect(path.dirname(folder)).toBe(parent);
});

it('removes what a killed process left, and nothing of those that run', async () => {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'working-'));
  const kept = path.basename(await openWorkFolder(parent));
  await mkdir(path.join(parent, `work-${NOBODY}-left`));
  await mkdir(path.join(parent, '1.0.0'));
  const added = path.basename(await openWorkFolder(parent));
  expect((await readdir(parent)).toSorted()).toEqual(['1.0.0', kept, added].toSorted());
});
