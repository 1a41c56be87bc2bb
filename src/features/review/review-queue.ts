import type { AppContext } from '../../context.ts';
import { listWorkingFootprints } from '../directory/index.ts';
import { type Actor, can } from '../identity/index.ts';
import { listVersionStates, listVersions, type RoadmapVersionRow } from '../roadmap/index.ts';
import { isSent } from './find-review-case.ts';
import { findReview, type Review } from './review-repository.ts';

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

/**
 * The newest version that each footprint sent to the regional teams, as far as the person reviews for them, those of footprints that
 * are over among them: whatever was sent is decided on.
 */
export async function loadReviewQueue(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  actor: Actor,
): Promise<ReviewQueue> {
  const footprints = await listWorkingFootprints(database, pack.positionOn);
  const begun = new Set((await listVersionStates(database)).map(({ footprintId }) => footprintId));
  const entries: QueueEntry[] = [];
  for (const { areaId, slug, name, regions, isOver } of footprints) {
    const mayRead = can(actor, 'review.read', { regionIds: regions.map((region) => region.areaId) });
    const versions = mayRead && begun.has(areaId) ? await listVersions(database, areaId) : [];
    const version = versions.find(({ state }) => isSent(state));
    if (version !== undefined) {
      entries.push({
        slug,
        footprintName: name,
        isOver,
        regionNames: regions.map((region) => region.name),
        version,
        review: await findReview(database, version.versionId),
        newer: versions[0] === version ? null : (versions[0] ?? null),
      });
    }
  }
  return arrangeQueue(entries);
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
