import type { Connection } from '../../../platform/database/database.ts';
import { readContent } from '../content/all-content.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import { listLatestSaves } from './save-repository.ts';

/** Everything written in a version; what was never written is not in it (`arrangeContent` gives it an empty place). */
export async function getContent(connection: Connection, versionId: string): Promise<RoadmapContent> {
  return readContent(await listLatestSaves(connection, versionId));
}
