import type { AppContext } from '../../../context.ts';
import { findFootprintAtWork } from '../../directory/index.ts';
import { can } from '../../identity/index.ts';
import { getRound } from '../../programme/index.ts';
import { type CitedVersion, listCitedVersions } from '../content/parts/citation-repository.ts';
import { listWrittenVersionIds } from '../drafts/save-repository.ts';
import { subjectAt, type VersionPlace } from '../roadmap-place.ts';
import { listVersions } from './version-repository.ts';
import { acceptsEdits } from './version-state.ts';
import { versionsBeside } from './versions-beside.ts';

/** What was written before a draft, and is read beside it: nothing of it is taken over. */
export interface VersionBeside extends CitedVersion {
  readonly roundLabel: string;
  /** True for a draft of the footprint itself, which it left for another round. */
  readonly isLeftBehind: boolean;
}

/**
 * What a draft is read beside: what its footprint wrote in other rounds, the newest first, and what those wrote from which it came. Of a version that is
 * no draft any more there is nothing to write, and so nothing beside it. Nor is there anything that the person of the page may not read where
 * it was written: a member of the footprint, or its region, has no say in what others wrote before it came.
 */
export async function readBeside(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  { version, footprint, actor }: Pick<VersionPlace, 'version' | 'footprint' | 'actor'>,
): Promise<VersionBeside[]> {
  if (!acceptsEdits(version.state)) {
    return [];
  }
  const [cited, versions] = await Promise.all([
    listReadable({ database, pack }, await listCitedVersions(database, version.versionId, pack.positionOn), {
      footprint,
      actor,
    }),
    version.begunIn.length > 1 ? listVersions(database, version.footprintId) : [],
  ]);
  const written = await listWrittenVersionIds(
    database,
    versions.map(({ versionId }) => versionId),
  );
  const own = versionsBeside(versions, written)
    .filter(({ roundId }) => roundId !== version.roundId)
    .map(({ versionId, number, roundId, state }) => {
      const { areaId: footprintId, name: footprintName, slug } = footprint;
      return { versionId, footprintId, footprintName, slug, number, roundId, state };
    });
  return [...own, ...cited].map((each) => ({
    ...each,
    roundLabel: getRound(pack, each.roundId).label,
    isLeftBehind: own.includes(each) && acceptsEdits(each.state),
  }));
}

/** Those of the versions that somebody may read: all of them by a role for the footprint whose draft cites them, others by a role where they were written. */
async function listReadable(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  cited: readonly CitedVersion[],
  { footprint, actor }: Pick<VersionPlace, 'footprint' | 'actor'>,
): Promise<readonly CitedVersion[]> {
  if (can(actor, 'roadmap.read', { footprintIds: [footprint.areaId] })) {
    return cited;
  }
  const ids = [...new Set(cited.map(({ footprintId }) => footprintId))];
  const places = await Promise.all(ids.map((areaId) => findFootprintAtWork(database, { areaId }, pack.positionOn)));
  const readable = places.flatMap((place) =>
    place !== null && can(actor, 'roadmap.read', subjectAt(place)) ? place.footprint.areaId : [],
  );
  return cited.filter(({ footprintId }) => readable.includes(footprintId));
}
