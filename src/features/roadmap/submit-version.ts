import { dayOfFootprint, type Footprint, listMembers } from '../directory/index.ts';
import type { Acting, RoadmapContext } from './acting.ts';
import type { CheckResult } from './finding.ts';
import { otherVersion } from './freeze-version.ts';
import { moveVersion } from './move-version.ts';
import { auditRoadmap } from './roadmap-audit.ts';
import { readSubmissionCheck } from './version-checks.ts';
import { lockCurrentVersion } from './version-repository.ts';

export type SubmitOutcome =
  | { readonly kind: 'ok'; readonly superseded: readonly number[] }
  | { readonly kind: 'blocked'; readonly check: CheckResult }
  | { readonly kind: 'refused'; readonly reason: string };

/** Sends the frozen version to the regional team, once the endorsements that the programme asks for have been given. */
export function submitVersion(
  { database, pack }: RoadmapContext,
  footprint: Pick<Footprint, 'areaId'>,
  versionNumber: number,
  by: Acting,
): Promise<SubmitOutcome> {
  return database.transaction().execute(async (transaction): Promise<SubmitOutcome> => {
    const version = await lockCurrentVersion(transaction, footprint.areaId);
    if (version === null || version.number !== versionNumber) {
      return otherVersion(versionNumber);
    }
    const day = await dayOfFootprint(transaction, { areaId: footprint.areaId }, pack.positionOn);
    const members = await listMembers(transaction, footprint.areaId, day);
    const check = await readSubmissionCheck(transaction, pack, version, members);
    const facts = { blockerCount: check.blockers.length, at: by.at, personId: by.personId };
    const outcome = await moveVersion(transaction, version.versionId, { kind: 'submit' }, facts);
    if (outcome.kind === 'refused') {
      return outcome.code === 'no-blockers' ? { kind: 'blocked', check } : outcome;
    }

    const { superseded } = outcome;
    const detail = { digest: version.digest, warnings: check.warnings, superseded };
    await auditRoadmap(transaction, version, 'roadmap.submit', by, detail);
    return { kind: 'ok', superseded };
  });
}
