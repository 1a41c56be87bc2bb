import type { OpenApiReads } from '../features/open-api/index.ts';
import { findPublication, latestPublication, listPublications } from '../features/publication/index.ts';
import { downloadShape } from '../features/roadmap/index.ts';

/** Published roadmaps as they stand, for those who pass them on: the API, and the pages about data. */
export const publicationReads: OpenApiReads = {
  listPublished: async (connection) => (await listPublications(connection)).filter(({ isLatest }) => isLatest),
  findDownload: async (connection, footprintId) => {
    const latest = await latestPublication(connection, footprintId);
    const stored = latest === null ? null : await findPublication(connection, footprintId, latest.versionNumber);
    return stored === null ? null : downloadShape.parse(JSON.parse(stored.downloadText));
  },
};
