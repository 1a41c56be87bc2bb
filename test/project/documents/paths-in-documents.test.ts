import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../../src/project-folder.ts';

/** Documents about the project as it is. The list of changes tells of versions before, whose files may be gone. */
async function documents(): Promise<string[]> {
  const nested = await readdir(projectFolder('docs'), { recursive: true });
  const all = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...nested.map((name) => path.posix.join('docs', name))];
  return all.filter((name) => name.endsWith('.md'));
}

/** Files and folders of the project that a text names in backticks: with a slash, and an extension or a slash at the end. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`(\w[\w.-]*\/[\w./-]*?(?:\.\w+|\/))`/g)].map(([, named = '']) => named);
}

/** What links of a text lead to, beside other sites and places of the same page. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/.test(to));
}

/** What a text says is in a file: `name` (`file`). */
function namesIn(text: string): { readonly name: string; readonly file: string }[] {
  return [...text.matchAll(/`(\w+)`\s+\(`([\w./-]+\.tsx?)`\)/g)].map(([, name = '', file = '']) => ({ name, file }));
}

test('every file that a document names is there, and every link leads to one', async () => {
  const missing = [];
  for (const name of await documents()) {
    const text = await readFile(projectFolder(name), 'utf8');
    const linked = linksIn(text).map((to) => path.posix.join(path.posix.dirname(name), to));
    missing.push(
      ...[...pathsIn(text), ...linked]
        .filter((each) => !existsSync(projectFolder(each)))
        .map((each) => `${name}: ${each}`),
    );
  }
  expect(missing).toEqual([]);
});

test('what a document says is in a file is there', async () => {
  const strangers = [];
  for (const document of await documents()) {
    for (const { name, file } of namesIn(await readFile(projectFolder(document), 'utf8'))) {
      const source = await readFile(projectFolder(file), 'utf8').catch(() => '');
      if (!new RegExp(`\\b${name}\\b`).test(source)) {
        strangers.push(`${document}: ${name} in ${file}`);
      }
    }
  }
  expect(strangers).toEqual([]);
});

test('no document holds two texts of one place that were left to be merged', async () => {
  const unmerged = [];
  for (const name of await documents()) {
    const text = await readFile(projectFolder(name), 'utf8');
    unmerged.push(...[...text.matchAll(/^[<>]{7} .*$/gm)].map(([line]) => `${name}: ${line}`));
  }
  expect(unmerged).toEqual([]);
});
