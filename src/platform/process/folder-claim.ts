import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { processIdentity } from './process-facts.ts';

export type FolderClaim =
  | { readonly kind: 'claimed'; readonly release: () => Promise<void> }
  /** Another process that is alive has it. */
  | { readonly kind: 'taken'; readonly pid: number };

/** A process, and what tells it from a later one with the same number. */
interface Owner {
  readonly pid: number;
  readonly identity: string;
}

/**
 * Makes this process the only one to use `folder`. The claim of a process that was killed counts for nothing, even when its number
 * has been given to another process since.
 */
export async function claimFolder(folder: string): Promise<FolderClaim> {
  const file = path.join(folder, 'owner');
  for (;;) {
    try {
      await writeFile(file, thisProcess(), { flag: 'wx' });
      return { kind: 'claimed', release: () => rm(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw error;
      }
    }
    const owner = await readOwner(file);
    if (owner !== null && isAlive(owner)) {
      return { kind: 'taken', pid: owner.pid };
    }
    await inTurn(folder, async () => {
      // Read once more: another start may have cleared it away meanwhile and made its own claim.
      const owner = await readOwner(file);
      if (owner === null || !isAlive(owner)) {
        await rm(file, { force: true });
      }
    });
  }
}

const TURN = 'owner-turn ';
const LONGEST_PAUSE_MILLISECONDS = 20;

/**
 * Does the work while no other start does any: of two that clear away the same claim, the second would take the first one's new one.
 * Each writes its name before it looks for others, so of any two at least one sees the other, and steps back for a moment. The name
 * tells who it is, so that of a process killed in its turn stands in nobody's way.
 */
async function inTurn(folder: string, work: () => Promise<void>): Promise<void> {
  const mine = `${TURN}${encodeURIComponent(thisProcess())} ${randomUUID()}`;
  for (;;) {
    await writeFile(path.join(folder, mine), '');
    try {
      if ((await turnsOfOthers(folder, mine)).length === 0) {
        await work();
        return;
      }
    } finally {
      await rm(path.join(folder, mine), { force: true });
    }
    await setTimeout(Math.random() * LONGEST_PAUSE_MILLISECONDS);
  }
}

async function turnsOfOthers(folder: string, mine: string): Promise<string[]> {
  const turns = (await readdir(folder)).filter((name) => name.startsWith(TURN) && name !== mine);
  const isOver = (name: string) => {
    const owner = parseOwner(decoded(name.split(' ')[1] ?? ''));
    return owner === null || !isAlive(owner);
  };
  await Promise.all(turns.filter(isOver).map((name) => rm(path.join(folder, name), { force: true })));
  return turns.filter((name) => !isOver(name));
}

/** Empty for a name that none of ours wrote. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

function thisProcess(): string {
  return `${process.pid} ${processIdentity(process.pid)}`;
}

function isAlive({ pid, identity }: Owner): boolean {
  return processIdentity(pid) === identity;
}

function parseOwner(text: string): Owner | null {
  const [, pid, identity] = /^(\d+) (.+)$/s.exec(text) ?? [];
  return pid === undefined || identity === undefined ? null : { pid: Number(pid), identity };
}

/** The file is empty for the moment between its making and its writing, so an empty one is looked at again. */
async function readOwner(file: string): Promise<Owner | null> {
  for (let tries = 0; tries < 20; tries += 1) {
    const owner = parseOwner(await readFile(file, 'utf8').catch(() => ''));
    if (owner !== null) {
      return owner;
    }
    await setTimeout(10);
  }
  return null;
}
