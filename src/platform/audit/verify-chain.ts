import { type ChainHead, type Discrepancy, placeOf, type StoredEvent } from './audit-discrepancy.ts';
import { auditHash, startOfChain } from './audit-trail.ts';
import { explainMisfits, type Misfit } from './explain-misfits.ts';

/** An event that is not as it was is looked for this many places up and down; a later check costs no more for it. */
const PLACES_SEARCHED = 50;

/** A tampered chain may be wrong at every place; no more than this is kept of it. */
const MOST_MISFITS = 500;

/** What is known of a chain so far; of its events only the last is kept. */
interface Progress {
  readonly chain: string;
  readonly discrepancies: Discrepancy[];
  readonly misfits: Misfit[];
  /** Places at which no event stands. */
  readonly gaps: Discrepancy[];
  last: { readonly sequence: number; readonly hash: string; readonly isSound: boolean };
  /** The place whose event does not follow from the sound one before it: one of the two was changed, the next place tells which. */
  brokenAt: number | null;
}

export interface ChainCheck {
  /** Takes the events in the order of their places. */
  readonly take: (event: StoredEvent) => void;
  /** Called once after the last event, with the row that says where the chain ends; null where there is none. */
  readonly end: (head: ChainHead | null) => readonly Discrepancy[];
}

/**
 * Checks one chain, an event at a time. An event is sound when its hash is that of its content at its place, and
 * the first one follows from nothing. Sound events must
 * follow from each other without a gap, and the head must name the last.
 *
 * Whoever can write everything, the heads too, can write another trail that follows from itself; only a checkpoint kept
 * elsewhere shows that (`verify-trail.ts`).
 */
export function checkChain(chain: string): ChainCheck {
  const progress: Progress = {
    chain,
    discrepancies: [],
    misfits: [],
    gaps: [],
    last: { sequence: 0, hash: startOfChain, isSound: true },
    brokenAt: null,
  };
  return {
    take: (event) => takeEvent(progress, event),
    end: (head) => endChain(progress, head),
  };
}

function takeEvent(progress: Progress, event: StoredEvent): void {
  const { chain, discrepancies, gaps, last } = progress;
  const { sequence } = event;
  if (sequence <= last.sequence) {
    const kind = sequence === last.sequence ? 'inserted' : 'reordered';
    discrepancies.push({ kind, ...placeOf(chain, sequence) });
    return;
  }
  const isNext = sequence === last.sequence + 1;
  if (!isNext) {
    gaps.push({ kind: 'removed', chain, first: last.sequence + 1, last: sequence - 1 });
  }
  const beginsRightly = sequence > 1 || event.previousHash === startOfChain;
  const isSound = beginsRightly && isHashAt(event, sequence);
  if (isSound) {
    follow(progress, event, isNext);
  } else {
    noteMisfit(progress, event);
  }
  progress.last = { sequence, hash: event.hash, isSound };
}

function noteMisfit(progress: Progress, event: StoredEvent): void {
  const { chain, discrepancies, misfits, brokenAt } = progress;
  if (brokenAt !== null) {
    discrepancies.push({ kind: 'changed', chain, first: brokenAt - 1, last: brokenAt });
    progress.brokenAt = null;
  }
  if (misfits.length < MOST_MISFITS) {
    misfits.push({ place: event.sequence, truePlace: findTruePlace(event) });
  }
}

/** Whether a sound event follows from the one before it, and if not, which of them is to blame. */
function follow(progress: Progress, event: StoredEvent, isNext: boolean): void {
  const { chain, discrepancies, last, brokenAt } = progress;
  const isBroken = isNext && last.isSound && event.previousHash !== last.hash;
  if (brokenAt !== null) {
    // The event after the break bears out the event at it, so the one before is false; or it does not, and the one at it is.
    discrepancies.push({ kind: 'changed', ...placeOf(chain, isBroken ? brokenAt : brokenAt - 1) });
  }
  progress.brokenAt = isBroken && brokenAt === null ? event.sequence : null;
}

function endChain({ chain, discrepancies, misfits, gaps, last, brokenAt }: Progress, head: ChainHead | null) {
  const isNamed = head?.sequence === last.sequence && head.hash === last.hash;
  if (brokenAt !== null) {
    discrepancies.push({ kind: 'changed', ...placeOf(chain, isNamed ? brokenAt - 1 : brokenAt) });
  }
  if (head !== null && head.sequence > last.sequence) {
    gaps.push({ kind: 'removed', chain, first: last.sequence + 1, last: head.sequence });
  } else if (head !== null && head.sequence < last.sequence) {
    discrepancies.push({ kind: 'inserted', chain, first: head.sequence + 1, last: last.sequence });
  } else if (head === null || (!isNamed && last.isSound && brokenAt === null)) {
    discrepancies.push({ kind: 'head', ...placeOf(chain, last.sequence) });
  }
  const isEmpty = (place: number) =>
    place > last.sequence || gaps.some((gap) => gap.first <= place && place <= gap.last);
  return [...discrepancies, ...gaps, ...explainMisfits(chain, misfits, isEmpty)].toSorted((a, b) => a.first - b.first);
}

/** At which place the event's hash would be right: where it stood before it was moved. Null when it is right at none near. */
function findTruePlace(event: StoredEvent): number | null {
  for (let distance = 1; distance <= PLACES_SEARCHED; distance += 1) {
    for (const place of [event.sequence + distance, event.sequence - distance]) {
      if (place > 0 && isHashAt(event, place)) {
        return place;
      }
    }
  }
  return null;
}

function isHashAt(event: StoredEvent, place: number): boolean {
  try {
    return event.hash === auditHash(event, place, event.previousHash);
  } catch {
    // Content that has no canonical form, such as the moment "infinity" or half a letter, never had a hash.
    return false;
  }
}
