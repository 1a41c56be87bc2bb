import type { Connection } from '../../../platform/database/database.ts';
import { readContent } from '../content/all-content.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import { listLatestSaves, type SaveStamp, stampsOf } from './save-repository.ts';

/** Everything written in a version; what was never written is not in it (`arrangeContent` gives it an empty place). */
export async function getContent(connection: Connection, versionId: string): Promise<RoadmapContent> {
  return readContent(await listLatestSaves(connection, versionId));
}

/** What a version says now, and who said each thing of it last, by subject. */
export interface Written {
  readonly content: RoadmapContent;
  readonly stamps: ReadonlyMap<string, SaveStamp>;
}

export async function getWritten(connection: Connection, versionId: string): Promise<Written> {
  const saves = await listLatestSaves(connection, versionId);
  return { content: readContent(saves), stamps: stampsOf(saves) };
}
