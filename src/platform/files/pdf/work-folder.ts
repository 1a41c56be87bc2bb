import { mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { processIdentity } from '../../process/process-facts.ts';

const NAME = /^work-(\d+)-/;

/** A folder of this process alone, for as long as it needs it. What killed processes left beside it is removed. */
export async function openWorkFolder(parent: string): Promise<string> {
  const left = (await readdir(parent)).filter(isLeftOver);
  await Promise.all(left.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
  return mkdtemp(path.join(parent, `work-${process.pid}-`));
}

function isLeftOver(name: string): boolean {
  const [, pid] = NAME.exec(name) ?? [];
  return pid !== undefined && processIdentity(Number(pid)) === null;
}
