import type { Acting } from '../../identity/index.ts';
import { insertCopyOfContent } from '../drafts/save-repository.ts';
import { otherVersion } from '../freezing/freeze-version.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { lockRoadmap } from './roadmap-repository.ts';
import { findCurrentVersion, insertVersion } from './version-repository.ts';
import { mayBeginVersion, versionStateLabels } from './version-state.ts';

export interface BeginVersion {
  readonly footprintId: string;
  /** The version it follows. */
  readonly afterNumber: number;
  /** What will be different, in words. */
  readonly summaryOfChanges: string;
}

export type BeginOutcome =
  | { readonly kind: 'ok'; readonly versionId: string; readonly number: number }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Begins the version after the current one with everything that one says. It cites what it is based on; the older version
 * stays as it is.
 */
export function beginVersion(
  { database, newId, config }: RoadmapContext,
  { footprintId, afterNumber, summaryOfChanges }: BeginVersion,
  by: Acting,
): Promise<BeginOutcome> {
  return database.transaction().execute(async (transaction): Promise<BeginOutcome> => {
    const seen = await findCurrentVersion(transaction, footprintId);
    if (seen === null) {
      return otherVersion(afterNumber);
    }
    // Whoever begins a version too waits here, and then finds this one.
    const { roadmapId, roundId } = seen;
    await lockRoadmap(transaction, { roadmapId, footprintId, roundId, createdAt: by.at });
    const latest = await findCurrentVersion(transaction, footprintId);
    if (latest === null || latest.number !== afterNumber) {
      return otherVersion(afterNumber);
    }
    if (!mayBeginVersion(latest.state)) {
      const label = versionStateLabels[latest.state];
      return { kind: 'refused', reason: `Version ${latest.number} stands at “${label}”: a new one cannot begin yet` };
    }

    const versionId = newId();
    const number = latest.nextNumber;
    await insertVersion(transaction, {
      versionId,
      roadmapId,
      number,
      illustrative: latest.illustrative || config.isDemonstration,
      basedOn: latest.versionId,
      summaryOfChanges,
      createdAt: by.at,
      createdBy: by.personId,
    });
    await insertCopyOfContent(transaction, latest.versionId, versionId);
    const detail = { basedOn: latest.number, summaryOfChanges };
    await auditRoadmap(transaction, { roadmapId, number }, 'roadmap.new-version', by, detail);
    return { kind: 'ok', versionId, number };
  });
}
