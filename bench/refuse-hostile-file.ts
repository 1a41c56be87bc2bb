/* Refuses one hostile file and tells whoever started it what that took. */
import { readFileApart } from '../src/features/directory-import/read/read-file-apart.ts';
import { chunksOf, hostileFiles } from '../src/features/directory-import/read/testing/hostile-files.ts';
import type { Refusal } from './hostile-files.ts';

const EVERY_MILLISECONDS = 2;
const MEGABYTE = 1_000_000;

const file = hostileFiles[Number(process.argv[2])];
if (file === undefined) {
  throw new Error('there is no such file');
}
const before = process.memoryUsage.rss();
const startedAt = performance.now();
let [peak, stalled, turnedAt] = [before, 0, startedAt];
const watching = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
  stalled = Math.max(stalled, performance.now() - turnedAt - EVERY_MILLISECONDS);
  turnedAt = performance.now();
}, EVERY_MILLISECONDS);
const words = await refusalOf(readFileApart(chunksOf(file), { layout: file.layout, datedOn: '2016-02-29' }));
clearInterval(watching);
const refusal: Refusal = {
  words,
  seconds: (performance.now() - startedAt) / 1000,
  megabytes: (Math.max(peak, process.memoryUsage.rss()) - before) / MEGABYTE,
  stalledMilliseconds: stalled,
};
process.send?.(refusal);

async function refusalOf(items: AsyncIterable<unknown>): Promise<string> {
  try {
    for await (const _ of items) {
      // Until it is refused.
    }
    return 'NOT refused';
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n').at(-1) ?? '';
  }
}
