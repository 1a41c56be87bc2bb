import type { RegisterListener, TakenBack } from '../../../register-keeping.ts';
import { lockCurrentVersion } from '../versions/version-repository.ts';
import { withdrawIfOutdated } from './read-members-since.ts';

/**
 * What becomes of agreements when members change: a version that waits for endorsement goes back to draft, with the reason, unless its
 * document names exactly the members there are now. What was submitted stands as endorsed by those who were members.
 */
export const heedMembersOfRoadmaps: RegisterListener = async (transaction, { footprints, because, by }) => {
  const takenBack: TakenBack[] = [];
  for (const { footprintId, after } of footprints) {
    const version = await lockCurrentVersion(transaction, footprintId);
    const actor = { ...by, role: by.onBehalfOf };
    const withdrawn = version === null ? null : await withdrawIfOutdated(transaction, version, after, actor, because);
    if (version !== null && withdrawn !== null) {
      const what = `version ${version.number} of the roadmap`;
      takenBack.push({ what, footprintId, footprintName: '', lapsedCount: withdrawn.lapsedCount });
    }
  }
  return takenBack;
};
