import type { Connection } from '../../../platform/database/database.ts';
import type { Acting } from '../../identity/index.ts';
import { savesOf } from '../content/all-content.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import { lockVersion } from '../versions/version-repository.ts';
import { acceptsEdits } from '../versions/version-state.ts';
import { insertSaves } from './save-repository.ts';

/**
 * Fills an empty draft with content that comes whole, not part by part from a person: all of it as first saves, in the
 * caller's transaction. Throws when the version is not an empty draft.
 */
export async function writeContent(
  transaction: Connection,
  versionId: string,
  content: RoadmapContent,
  by: Acting,
): Promise<void> {
  const version = await lockVersion(transaction, versionId);
  if (!acceptsEdits(version.state)) {
    throw new Error(`Version ${version.number} is not a draft`);
  }
  const saves = savesOf(content).map((save) => {
    return { ...save, versionId, revision: 1, savedBy: by.personId, savedAt: by.at };
  });
  await insertSaves(transaction, saves);
  await auditRoadmap(transaction, version, 'roadmap.save', by, { subjects: saves.map(({ subject }) => subject) });
}
