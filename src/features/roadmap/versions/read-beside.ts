import type { AppContext } from '../../../context.ts';
import { getRound } from '../../programme/index.ts';
import { type CitedVersion, listCitedVersions } from '../content/parts/citation-repository.ts';
import { listWrittenVersionIds } from '../drafts/save-repository.ts';
import type { VersionPlace } from '../roadmap-place.ts';
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
 * no draft any more there is nothing to write, and so nothing beside it.
 */
export async function readBeside(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  { version, footprint }: Pick<VersionPlace, 'version' | 'footprint'>,
): Promise<VersionBeside[]> {
  if (!acceptsEdits(version.state)) {
    return [];
  }
  const [cited, versions] = await Promise.all([
    listCitedVersions(database, version.versionId),
    version.begunIn.length > 1 ? listVersions(database, version.footprintId) : [],
  ]);
  const written = await listWrittenVersionIds(
    database,
    versions.map(({ versionId }) => versionId),
  );
  const own = versionsBeside(versions, written)
    .filter(({ roundId }) => roundId !== version.roundId)
    .map(({ versionId, number, roundId, state }) => {
      return { versionId, footprintName: footprint.name, slug: footprint.slug, number, roundId, state };
    });
  return [...own, ...cited].map((each) => ({
    ...each,
    roundLabel: getRound(pack, each.roundId).label,
    isLeftBehind: own.includes(each) && acceptsEdits(each.state),
  }));
}
