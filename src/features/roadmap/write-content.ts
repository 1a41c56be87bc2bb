import type { Connection } from '../../platform/database/database.ts';
import type { Acting } from '../identity/index.ts';
import type { RoadmapContent } from './roadmap.ts';
import { auditRoadmap } from './roadmap-audit.ts';
import { insertSaves } from './save-repository.ts';
import { deploymentSubject, partSubject, planSubject, trajectorySubject } from './save-subject.ts';
import { lockVersion } from './version-repository.ts';
import { acceptsEdits } from './version-state.ts';

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

function savesOf(content: RoadmapContent) {
  return [
    ...content.parts.map((part) => ({ subject: partSubject(part.partId), content: part })),
    ...(content.trajectory.length === 0 ? [] : [{ subject: trajectorySubject, content: content.trajectory }]),
    ...content.universalPlans.map((plan) => ({ subject: planSubject(plan.capabilityId), content: plan })),
    ...content.deployments.map((row) => ({ subject: deploymentSubject(row.id), content: row })),
  ];
}
