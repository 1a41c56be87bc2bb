import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { projectFolder } from '../../../src/project-folder.ts';

/** `| [0002](0002-fastify.md) | Fastify answers requests | accepted |` */
const row = /^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \| (.+) \|$/gm;

const folder = (name: string) => projectFolder('docs', 'adr', name);

it('every decision record stands in the list of them, in order, by its title and status', async () => {
  const files = (await readdir(folder(''))).filter((name) => /^\d{4}-/.test(name)).toSorted();
  const records = [];
  for (const file of files) {
    const [, title, status] = /^# (.+)\n\nStatus: (.+)\n/.exec(await readFile(folder(file), 'utf8')) ?? [];
    records.push({ number: file.slice(0, 4), file, title, status });
  }
  const list = await readFile(folder('README.md'), 'utf8');
  const listed = [...list.matchAll(row)].map(([, number, file, title, status]) => ({ number, file, title, status }));
  expect(listed).toEqual(records);
});
