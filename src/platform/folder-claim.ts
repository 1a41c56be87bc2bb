import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { processIdentity } from './process-facts.ts';

export type FolderClaim =
  | { readonly kind: 'claimed'; readonly release: () => Promise<void> }
  /** Another process that is alive has it. */
  | { readonly kind: 'taken'; readonly pid: number };

/**
 * Makes this process the only one to use `folder`. The claim of a process that was killed counts for nothing, even when its number
 * has been given to another process since.
 */
export async function claimFolder(folder: string): Promise<FolderClaim> {
  const file = path.join(folder, 'owner');
  const mine = `${process.pid} ${processIdentity(process.pid)}`;
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return { kind: 'claimed', release: () => rm(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw error;
      }
    }
    const owner = await readOwner(file);
    if (owner !== null && processIdentity(owner.pid) === owner.identity) {
      return { kind: 'taken', pid: owner.pid };
    }
    await rm(file, { force: true });
  }
}

/** The file is empty for the moment between its making and its writing, so an empty one is looked at again. */
async function readOwner(file: string): Promise<{ pid: number; identity: string } | null> {
  for (let tries = 0; tries < 20; tries += 1) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const [, pid, identity] = /^(\d+) (.+)$/s.exec(text) ?? [];
    if (pid !== undefined && identity !== undefined) {
      return { pid: Number(pid), identity };
    }
    await setTimeout(10);
  }
  return null;
}
