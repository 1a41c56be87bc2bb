import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimFolder } from './folder-claim.ts';
import { commandOf, processIdentity } from './process-facts.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-claim-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('one at a time, and again after it was released', async () => {
  const first = await claimFolder(folder);
  expect(await claimFolder(folder)).toEqual({ kind: 'taken', pid: process.pid });
  if (first.kind === 'claimed') {
    await first.release();
  }
  expect(await claimFolder(folder)).toMatchObject({ kind: 'claimed' });
});

test('of many at the same moment, one', async () => {
  const claims = await Promise.all(Array.from({ length: 10 }, () => claimFolder(folder)));
  expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
});

test('of many that find the claim of a killed process, one', async () => {
  // Done carelessly, it goes wrong in one round of ten.
  for (let round = 0; round < 60; round += 1) {
    await writeFile(path.join(folder, 'owner'), '999999999 some-start');
    const claims = await Promise.all(Array.from({ length: 5 }, () => claimFolder(folder)));
    expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
  }
  expect(await readdir(folder)).toEqual(['owner']);
});

test('a process killed while it cleared a claim away is in nobody’s way', async () => {
  await writeFile(path.join(folder, 'owner'), '999999999 some-start');
  await writeFile(path.join(folder, 'owner-turn 999999999%20some-start 1'), '');
  expect(await claimFolder(folder)).toMatchObject({ kind: 'claimed' });
  expect(await readdir(folder)).toEqual(['owner']);
});

test.each([
  ['a process that is gone', '999999999 some-start'],
  ['a process whose number another one has now', `${process.pid} an-earlier-start`],
  ['a process killed before it wrote', ''],
])('the claim of %s counts for nothing', async (_case, owner) => {
  await writeFile(path.join(folder, 'owner'), owner);
  expect(await claimFolder(folder)).toMatchObject({ kind: 'claimed' });
});

test('a process is known by when it began', () => {
  expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
  expect(processIdentity(process.pid)).not.toBe(processIdentity(process.ppid));
  expect(processIdentity(999_999_999)).toBeNull();
});

test('a process has a command line, one that is gone has none', () => {
  expect(commandOf(process.pid)).toContain('node');
  expect(commandOf(999_999_999)).toBe('');
});
