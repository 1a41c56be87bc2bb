import { glob, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { projectFolder } from '../../../src/project-folder.ts';

/**
 * A page shows a day, and whatever it names is called what it was called on that day (`organisation_on`, `area_on`, or a record that
 * holds on it). Few places mean the last record there is, whatever the day; each has its reason here.
 */
const reasons: Readonly<Record<string, string>> = {
  'src/features/directory/working-day-repository.ts': 'whether a footprint has ended is asked of its end',
  'src/features/register/succession/succession-writes-repository.ts': 'what begins again goes on from its last record',
};

const lastWhateverTheDay = /\b(?:organisation|area)_latest\b/;

it('only those name the last record of an organisation or area who have a reason', async () => {
  const found: string[] = [];
  for await (const name of glob('src/**/*.{ts,tsx}', { cwd: projectFolder() })) {
    const file = name.replaceAll('\\', '/');
    if (!/\.test\.tsx?$/.test(file) && lastWhateverTheDay.test(await readFile(projectFolder(file), 'utf8'))) {
      found.push(file);
    }
  }
  expect(found.toSorted()).toEqual(Object.keys(reasons).toSorted());
});

/** The same by hand: the newest of the records of one, with no day in the question. */
const newestByHand = /order by lower\((?:\w+\.)?valid\) desc nulls last limit 1/g;
const isOfADay = /<=|@>/;

it('nobody else takes the newest record without a day in the question', async () => {
  const found: string[] = [];
  for await (const name of glob('src/**/*.ts', { cwd: projectFolder() })) {
    const file = name.replaceAll('\\', '/');
    const text = /\.test\.ts$/.test(file) ? '' : await readFile(projectFolder(file), 'utf8');
    for (const { index, 0: words } of text.matchAll(newestByHand)) {
      if (!isOfADay.test(text.slice(Math.max(0, index - 300), index + words.length))) {
        found.push(file);
      }
    }
  }
  expect(found).toEqual([]);
});
