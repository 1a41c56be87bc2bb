import type { Connection } from '../../platform/database/database.ts';
import { isRecordedBy, type ReadDay } from '../directory/index.ts';
import type { PublicationRow } from './publication.ts';
import { listPublications, listPublicationsOf } from './publication-repository.ts';

type UpToDay = Pick<ReadDay, 'recordedBy'>;

/**
 * What each footprint had published last by the end of a day, newest first; by now where none is given. Footprints are called what they
 * are called on the day of the page.
 */
export async function listPublishedBy(connection: Connection, day: ReadDay): Promise<PublicationRow[]> {
  return publishedBy(await listPublications(connection, day.asAt), day);
}

/** The same of one footprint; null where it had published nothing. */
export async function findPublishedBy(
  connection: Connection,
  footprintId: string,
  day: ReadDay,
): Promise<PublicationRow | null> {
  const [published = null] = publishedBy(await listPublicationsOf(connection, footprintId, day.asAt), day);
  return published;
}

/** The same of publications that were read already. */
export function publishedBy(publications: readonly PublicationRow[], day: UpToDay): PublicationRow[] {
  const recorded = publications.filter(({ publishedAt }) => isRecordedBy(publishedAt, day));
  const byFootprint = Map.groupBy(recorded, ({ footprintId }) => footprintId);
  const latest = new Set(
    [...byFootprint.values()].map((own) => own.reduce((a, b) => (b.releaseNumber > a.releaseNumber ? b : a))),
  );
  return recorded.filter((publication) => latest.has(publication));
}
