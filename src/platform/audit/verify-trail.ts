import type { ChainHead, Discrepancy, StoredEvent } from './audit-discrepancy.ts';
import { type Checkpoint, sumTrail, type TrailSum } from './checkpoint.ts';
import { checkChain } from './verify-chain.ts';

/** A trail as it is read: the events of a chain in the order of their places, then its head; one chain after the other. */
export type TrailItem =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'head'; readonly chain: string; readonly head: ChainHead | null };

export interface TrailReport extends TrailSum {
  /** The first of what was found, in the order of the chains; `discrepancyCount` counts all. */
  readonly discrepancies: readonly Discrepancy[];
  readonly discrepancyCount: number;
  /** Where each chain ends. */
  readonly heads: ReadonlyMap<string, ChainHead>;
}

/** So many are named; a trail that was thoroughly rewritten would fill the memory. */
const MOST_DISCREPANCIES = 1000;

/**
 * Checks a whole trail as it is read, holding one event at a time and the head of each chain. Given a checkpoint, everything it
 * names must still be there and unchanged; the trail may only have grown. `onProgress` is told the number of events so far.
 */
export async function verifyTrail(
  items: AsyncIterable<TrailItem> | Iterable<TrailItem>,
  checkpoint: Checkpoint | null,
  onProgress?: (events: number) => void,
): Promise<TrailReport> {
  const heads = new Map<string, ChainHead>();
  const discrepancies: Discrepancy[] = [];
  let discrepancyCount = 0;
  let events = 0;
  const add = (found: readonly Discrepancy[]) => {
    discrepancyCount += found.length;
    discrepancies.push(...found.slice(0, MOST_DISCREPANCIES - discrepancies.length));
  };
  let current: ChainReading | null = null;
  for await (const item of items) {
    const chain = item.kind === 'event' ? item.event.chain : item.chain;
    current ??= startReading(chain, checkpoint);
    if (item.kind === 'event') {
      current.take(item.event);
      events += 1;
      onProgress?.(events);
    } else {
      const { found, end } = current.end(item.head);
      add(heads.has(chain) ? [{ kind: 'inserted', chain, first: 1, last: end.sequence }] : found);
      heads.set(chain, end);
      current = null;
    }
  }
  add(cutOffChains(checkpoint, heads));
  return { ...sumTrail(heads), events, discrepancies, discrepancyCount, heads };
}

interface ChainReading {
  readonly take: (event: StoredEvent) => void;
  readonly end: (head: ChainHead | null) => { readonly found: readonly Discrepancy[]; readonly end: ChainHead };
}

/** A chain being read, beside what the checkpoint says of it. */
function startReading(chain: string, checkpoint: Checkpoint | null): ChainReading {
  const check = checkChain(chain);
  const kept = checkpoint?.heads.get(chain);
  let last: ChainHead = { sequence: 0, hash: '' };
  let keptHash: string | null = null;
  return {
    take: (event) => {
      check.take(event);
      last = { sequence: event.sequence, hash: event.hash };
      keptHash = event.sequence === kept?.sequence ? event.hash : keptHash;
    },
    end: (head) => {
      const found = check.end(head);
      return { found: kept === undefined ? found : [...found, ...against(chain, kept, last, keptHash)], end: last };
    },
  };
}

function against(chain: string, kept: ChainHead, last: ChainHead, keptHash: string | null): Discrepancy[] {
  if (last.sequence < kept.sequence) {
    return [{ kind: 'cut-off', chain, first: last.sequence + 1, last: kept.sequence }];
  }
  return keptHash === kept.hash ? [] : [{ kind: 'changed', chain, first: 1, last: kept.sequence }];
}

function cutOffChains(checkpoint: Checkpoint | null, heads: ReadonlyMap<string, ChainHead>): Discrepancy[] {
  return [...(checkpoint?.heads ?? [])]
    .filter(([chain]) => !heads.has(chain))
    .map(([chain, { sequence }]) => ({ kind: 'cut-off', chain, first: 1, last: sequence }));
}
