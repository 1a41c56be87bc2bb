import type { RoadmapVersionRow } from '../roadmap/index.ts';
import type { Review } from './review-repository.ts';

export interface QueueEntry {
  readonly slug: string;
  readonly footprintName: string;
  /** The footprint has ended; what it sent is decided on all the same, so that it does not wait for ever. */
  readonly isOver: boolean;
  readonly regionNames: readonly string[];
  readonly version: RoadmapVersionRow;
  readonly review: Review | null;
  /** The version being written after it, which the regional team has not been sent; null where there is none. */
  readonly newer: RoadmapVersionRow | null;
}

export interface ReviewQueue {
  /** Submitted or under review, the longest waiting first. */
  readonly open: readonly QueueEntry[];
  /** Settled, the newest first, with what became of it. */
  readonly settled: readonly QueueEntry[];
}

/** Splits what waits from what is settled, and puts both in order. */
export function arrangeQueue(entries: readonly QueueEntry[]): ReviewQueue {
  const isOpen = ({ version }: QueueEntry) => isWaiting(version);
  const submitted = ({ version }: QueueEntry) => version.submittedAt?.getTime() ?? 0;
  const decided = ({ review }: QueueEntry) => review?.decision?.decidedAt.getTime() ?? 0;
  return {
    open: entries.filter(isOpen).toSorted((a, b) => submitted(a) - submitted(b)),
    settled: entries.filter((entry) => !isOpen(entry)).toSorted((a, b) => decided(b) - decided(a)),
  };
}

function isWaiting({ state }: Pick<RoadmapVersionRow, 'state'>): boolean {
  return state === 'submitted' || state === 'under-review';
}
