import type { AppContext } from '../../context.ts';
import { listWorkingFootprints } from '../directory/index.ts';
import { type Actor, can } from '../identity/index.ts';
import { listVersionStates, listVersions } from '../roadmap/index.ts';
import { isSent } from './find-review-case.ts';
import { arrangeQueue, type QueueEntry, type ReviewQueue } from './review-queue.ts';
import { findReview } from './review-repository.ts';

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
