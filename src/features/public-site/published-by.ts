import type { Connection } from '../../platform/database/database.ts';
import { isRecordedBy, type ReadDay } from '../directory/index.ts';
import { listPublications, type PublicationRow } from '../publication/index.ts';

/** What each footprint had published last by the day that a page shows, newest first. */
export async function listPublishedBy(connection: Connection, day: ReadDay): Promise<PublicationRow[]> {
  const publications = await listPublications(connection);
  return latestOfEach(publications.filter(({ publishedAt }) => isRecordedBy(publishedAt, day)));
}

/** The same of one footprint; null where it had published nothing. */
export async function findPublishedBy(
  connection: Connection,
  footprintId: string,
  day: ReadDay,
): Promise<PublicationRow | null> {
  const published = await listPublishedBy(connection, day);
  return published.find((publication) => publication.footprintId === footprintId) ?? null;
}

function latestOfEach(publications: readonly PublicationRow[]): PublicationRow[] {
  const byFootprint = Map.groupBy(publications, ({ footprintId }) => footprintId);
  const latest = new Set(
    [...byFootprint.values()].map((own) => own.reduce((a, b) => (b.releaseNumber > a.releaseNumber ? b : a))),
  );
  return publications.filter((publication) => latest.has(publication));
}
