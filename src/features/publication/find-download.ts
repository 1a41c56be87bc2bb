import type { Connection } from '../../platform/database/database.ts';
import type { RoadmapDownload } from '../roadmap/index.ts';
import { readDownload } from './download-text.ts';
import { findLatestPublication, findPublication } from './publication-repository.ts';

/** The file of a footprint's newest publication, which anyone may download and verify; null where it has published nothing. */
export async function findDownload(connection: Connection, footprintId: string): Promise<RoadmapDownload | null> {
  const latest = await findLatestPublication(connection, footprintId);
  const stored = latest === null ? null : await findPublication(connection, footprintId, latest.versionNumber);
  return stored === null ? null : readDownload(stored.downloadText);
}
