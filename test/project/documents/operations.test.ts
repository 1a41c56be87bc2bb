import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { serviceEnvironment, serviceFlags } from '../../../scripts/processes.mjs';
import { projectFolder } from '../../../src/project-folder.ts';

/** What the code logs above `info`, in its own words: the last text of each call. */
async function loggedMessages(): Promise<string[]> {
  const names = await readdir(projectFolder('src'), { recursive: true });
  const sources = names.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|testing\//.test(name));
  const texts = await Promise.all(sources.map((name) => readFile(projectFolder(path.join('src', name)), 'utf8')));
  return texts.flatMap((text) =>
    [...text.matchAll(/\blog\.(?:warn|error|fatal)\((?:[^'()]|\([^()]*\)|'[^' ]*')*?'([^']* [^']*)'/g)].map(
      ([, message = '']) => message,
    ),
  );
}

test('docs/operations.md says what to do about every warning and error of the log', async () => {
  const document = await readFile(projectFolder('docs', 'operations.md'), 'utf8');
  const told = [...document.matchAll(/^\| `([^`]+)` \| (?:warn|error|fatal) \|/gm)].map(([, message = '']) => message);
  expect(told.toSorted()).toEqual([...new Set(await loggedMessages())].toSorted());
});

test('the unit for systemd runs the service as `npm start` does', async () => {
  const unit = await readFile(projectFolder('deploy', 'local-digital-roadmaps.service'), 'utf8');
  const started = /^ExecStart=(.*)$/m.exec(unit)?.[1]?.split(' ') ?? [];
  expect(started.filter((word) => word.startsWith('--'))).toEqual(serviceFlags);
  const set = [...unit.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
  expect(Object.fromEntries(set)).toMatchObject(serviceEnvironment);
});
