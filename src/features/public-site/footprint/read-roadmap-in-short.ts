import type { AppContext } from '../../../context.ts';
import type { ReadDay } from '../../directory/index.ts';
import { findPublishedBy } from '../../publication/index.ts';
import { getFrozenDocument, publishedTrajectory } from '../../roadmap/index.ts';
import type { RoadmapInShort } from './roadmap-summary.tsx';

/** What a footprint had published last by a day, with the trajectory in it; null where there was nothing. */
export async function readRoadmapInShort(
  { database }: Pick<AppContext, 'database'>,
  footprintId: string,
  day: ReadDay,
): Promise<RoadmapInShort | null> {
  const publication = await findPublishedBy(database, footprintId, day);
  if (publication === null) {
    return null;
  }
  const document = await getFrozenDocument(database, publication.versionId);
  return { publication, trajectory: document === null ? null : publishedTrajectory(document) };
}
