import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { hostileFiles } from '../src/features/directory-import/read/testing/hostile-files.ts';
import type { BenchRow } from './row.ts';

const MOST_SECONDS = 1;
const MOST_MEGABYTES = 200;

/** What refusing one file took; the process that measured it did nothing else. */
export interface Refusal {
  readonly words: string;
  readonly seconds: number;
  /** By how much the resident memory of the process was larger at its peak than before. */
  readonly megabytes: number;
  /** The longest time in which the event loop did not turn. */
  readonly stalledMilliseconds: number;
}

/** Each hostile file, refused in a process of its own, against one second and 200 megabytes. */
export async function benchHostileFiles(folder: string): Promise<BenchRow> {
  const refusals = [];
  for (const [index, { name, layout }] of hostileFiles.entries()) {
    const refusal = await refuseInChild(folder, index);
    refusals.push(refusal);
    const figures = `${refusal.seconds.toFixed(2)} s, ${refusal.megabytes.toFixed(0)} MB, stalled ${refusal.stalledMilliseconds.toFixed(0)} ms`;
    process.stdout.write(`  ${`${layout}: ${name}`.padEnd(50)} ${figures.padEnd(30)} ${refusal.words}\n`);
  }
  const seconds = Math.max(...refusals.map((each) => each.seconds));
  const megabytes = Math.max(...refusals.map((each) => each.megabytes));
  const stalled = Math.max(...refusals.map((each) => each.stalledMilliseconds));
  return {
    name: `Refuse ${refusals.length} kinds of hostile file`,
    ours: `at the most ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB, the service stalled for ${stalled.toFixed(0)} ms`,
    against: `${MOST_SECONDS} s and ${MOST_MEGABYTES} MB`,
    ratio: Math.min(MOST_SECONDS / seconds, MOST_MEGABYTES / megabytes),
    toReach: 1,
  };
}

async function refuseInChild(folder: string, index: number): Promise<Refusal> {
  const child = fork(path.join(folder, 'refuse-hostile-file.mjs'), [String(index)]);
  const [refusal]: Refusal[] = await once(child, 'message');
  if (refusal === undefined) {
    throw new Error(`nothing was measured for file ${index}`);
  }
  return refusal;
}
