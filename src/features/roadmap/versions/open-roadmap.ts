import { dayOf } from '../../../platform/days.ts';
import type { Acting } from '../../identity/index.ts';
import { roadmapRound } from '../../programme/index.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { isBeginningOpen } from '../round-of-roadmap.ts';
import { findCurrentVersion, insertVersion, lockRoadmap } from './version-repository.ts';

export type OpenOutcome =
  | { readonly kind: 'ok'; readonly versionId: string }
  /** Somebody else began it first. */
  | { readonly kind: 'there-already'; readonly versionId: string }
  /** The round takes none. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Begins the first version of a footprint's roadmap in the current round, an empty draft. */
export function openRoadmap(
  { database, pack, newId, config }: RoadmapContext,
  footprint: { readonly areaId: string },
  by: Acting,
): Promise<OpenOutcome> {
  return database.transaction().execute(async (transaction): Promise<OpenOutcome> => {
    if (!isBeginningOpen(pack, dayOf(by.at))) {
      return { kind: 'refused', reason: 'This round is not open, so no roadmap can be started' };
    }
    const roadmapId = await lockRoadmap(transaction, {
      roadmapId: newId(),
      footprintId: footprint.areaId,
      roundId: roadmapRound(pack).id,
      createdAt: by.at,
    });
    const there = await findCurrentVersion(transaction, footprint.areaId);
    if (there?.roadmapId === roadmapId) {
      return { kind: 'there-already', versionId: there.versionId };
    }

    const versionId = newId();
    await insertVersion(transaction, {
      versionId,
      roadmapId,
      number: 1,
      illustrative: config.isDemonstration,
      basedOn: null,
      summaryOfChanges: '',
      createdAt: by.at,
      createdBy: by.personId,
    });
    await auditRoadmap(transaction, { roadmapId, number: 1 }, 'roadmap.open', by, { footprint: footprint.areaId });
    return { kind: 'ok', versionId };
  });
}
