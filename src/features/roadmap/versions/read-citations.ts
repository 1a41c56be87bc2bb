import type { Connection } from '../../../platform/database/database.ts';
import { listSuccessionsOf, type SuccessionRecord } from '../../register/index.ts';
import type { Citations } from '../content/parts/citation-repository.ts';
import { listWrittenVersionIds } from '../drafts/save-repository.ts';
import { listVersionsOf } from './version-repository.ts';
import { versionsBeside } from './versions-beside.ts';

type SuccessionCitations = Omit<Citations, 'versionId'>;

/**
 * What the first roadmap of a footprint is read beside, by the successions on record: of each footprint in whose place it came the version that
 * was worked on, with those beside it; of one that never had a roadmap, what that would have been read beside.
 */
export async function readCitations(connection: Connection, footprintId: string): Promise<SuccessionCitations[]> {
  const asked = new Set([footprintId]);
  const citations: SuccessionCitations[] = [];
  // What is asked about later is added while it goes on.
  for (const successorId of asked) {
    const events = await listSuccessionsOf(connection, 'area', [successorId]);
    for (const { eventId, predecessors } of events.filter((event) => hasPutInPlace(event, successorId))) {
      const ids = predecessors.map(({ id }) => id);
      const versions = await listVersionsOf(connection, ids);
      citations.push({ successionEventId: eventId, citedVersionIds: await readableOf(connection, versions) });
      for (const id of ids.filter((each) => !versions.has(each))) {
        asked.add(id);
      }
    }
  }
  return citations.filter(({ citedVersionIds }) => citedVersionIds.length > 0);
}

async function readableOf(
  connection: Connection,
  versions: Awaited<ReturnType<typeof listVersionsOf>>,
): Promise<string[]> {
  const all = [...versions.values()];
  const ids = all.flatMap((own) => own.map(({ versionId }) => versionId));
  const written = await listWrittenVersionIds(connection, ids);
  return all.flatMap((own) => [...own.slice(0, 1), ...versionsBeside(own, written)].map(({ versionId }) => versionId));
}

/** Whether an event that holds put the footprint in the place of others. */
function hasPutInPlace({ kind, isUndone, successors }: SuccessionRecord, successorId: string): boolean {
  return !isUndone && (kind === 'merge' || kind === 'split') && successors.some(({ id }) => id === successorId);
}
