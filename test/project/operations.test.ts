import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/project-folder.ts';

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
