import { mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { processIdentity } from '../../process/process-facts.ts';

const NAME = /^work-(\d+)-/;

/**
 * A folder of this process alone, for as long as it needs it. What killed processes left beside it is removed. Its name is whole, though
 * that of `parent` may not be: a browser works inside it, where a name in part would lead nowhere.
 */
export async function openWorkFolder(parent: string): Promise<string> {
  const left = (await readdir(parent)).filter(isLeftOver);
  await Promise.all(left.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
  return mkdtemp(path.resolve(parent, `work-${process.pid}-`));
}

function isLeftOver(name: string): boolean {
  const [, pid] = NAME.exec(name) ?? [];
  return pid !== undefined && processIdentity(Number(pid)) === null;
}
