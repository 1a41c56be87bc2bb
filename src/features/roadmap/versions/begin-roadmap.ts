import type { Connection } from '../../../platform/database/database.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Acting } from '../../identity/index.ts';
import { roundState } from '../../programme/index.ts';
import { holdRound } from '../../rounds/index.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { type PlaceInRound, roadmapAtWork } from '../round-of-roadmap.ts';
import { lockForNewVersion, updateTakenUp } from './roadmap-repository.ts';
import { findCurrentVersion, insertVersion } from './version-repository.ts';

export type BeginRoadmapOutcome =
  | {
      readonly kind: 'ok';
      readonly versionId: string;
      readonly roadmapId: string;
      readonly number: number;
      /** Whether it is the draft that was left behind in this round for another. */
      readonly isTakenUp: boolean;
    }
  /** Somebody else began it first. */
  | { readonly kind: 'there-already'; readonly versionId: string }
  /** The round takes none. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The only way in which a roadmap begins: in the planning round that is open for the footprint, which is held, with an empty draft, or with
 * the one that was left behind there. Inside the caller's transaction; earlier roadmaps stay as they are.
 */
export async function beginRoadmap(
  { pack, newId, config }: Pick<RoadmapContext, 'pack' | 'newId' | 'config'>,
  transaction: Connection,
  footprint: PlaceInRound,
  summaryOfChanges: string,
  by: Acting,
): Promise<BeginRoadmapOutcome> {
  const day = dayOf(by.at);
  const seen = await findCurrentVersion(transaction, footprint.areaId);
  const work = roadmapAtWork(pack, footprint, seen, day);
  if (work !== null && work.version !== null) {
    return { kind: 'there-already', versionId: work.version.versionId };
  }
  const round = work === null ? null : await holdRound(transaction, work.round);
  if (round === null || roundState(round, day) !== 'open') {
    return { kind: 'refused', reason: 'No planning round is open, so no roadmap can be started' };
  }
  const { roadmapId, latest } = await lockForNewVersion(transaction, {
    roadmapId: newId(),
    footprintId: footprint.areaId,
    roundId: round.id,
    createdAt: by.at,
  });
  // While this one waited, somebody may have begun it, or frozen what was written before.
  const now = roadmapAtWork(pack, footprint, latest, day);
  if (now !== null && now.version !== null) {
    return { kind: 'there-already', versionId: now.version.versionId };
  }
  if (latest?.draftIn.includes(round.id)) {
    const draft = await updateTakenUp(transaction, roadmapId, by.at);
    return { kind: 'ok', versionId: draft.versionId, roadmapId, number: draft.number, isTakenUp: true };
  }

  const versionId = newId();
  const number = latest?.nextNumber ?? 1;
  await insertVersion(transaction, {
    versionId,
    roadmapId,
    number,
    illustrative: config.isDemonstration,
    basedOn: null,
    summaryOfChanges,
    createdAt: by.at,
    createdBy: by.personId,
  });
  return { kind: 'ok', versionId, roadmapId, number, isTakenUp: false };
}
