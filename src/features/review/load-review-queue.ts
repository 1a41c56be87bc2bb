import type { AppContext } from '../../context.ts';
import { listWorkingFootprints } from '../directory/index.ts';
import { type Actor, can } from '../identity/index.ts';
import { listVersionsOf } from '../roadmap/index.ts';
import { isSent } from './find-review-case.ts';
import { arrangeQueue, type QueueEntry, type ReviewQueue } from './review-queue.ts';
import { listReviews } from './review-repository.ts';

/**
 * The newest version that each footprint sent to the regional teams, as far as the person reviews for them, those of footprints that
 * are over among them: whatever was sent is decided on.
 */
export async function loadReviewQueue(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  actor: Actor,
): Promise<ReviewQueue> {
  const footprints = (await listWorkingFootprints(database, pack.positionOn)).filter(({ regions }) =>
    can(actor, 'review.read', { regionIds: regions.map((region) => region.areaId) }),
  );
  const versions = await listVersionsOf(
    database,
    footprints.map(({ areaId }) => areaId),
  );
  const sent = footprints.flatMap((footprint) => {
    const own = versions.get(footprint.areaId) ?? [];
    const version = own.find(({ state }) => isSent(state));
    return version === undefined ? [] : [{ footprint, version, newest: own[0] ?? version }];
  });
  const reviews = await listReviews(
    database,
    sent.map(({ version }) => version.versionId),
  );
  const entries = sent.map(({ footprint: { slug, name, isOver, regions }, version, newest }): QueueEntry => {
    return {
      slug,
      footprintName: name,
      isOver,
      regionNames: regions.map((region) => region.name),
      version,
      review: reviews.get(version.versionId) ?? null,
      newer: newest === version ? null : newest,
    };
  });
  return arrangeQueue(entries);
}
