import type { CheckResult } from '../../../platform/check-result.ts';
import { dayOf } from '../../../platform/days.ts';
import { theServiceItself } from '../../agreement/index.ts';
import type { Footprint } from '../../directory/index.ts';
import type { Acting } from '../../identity/index.ts';
import { holdMembers } from '../../register/index.ts';
import { withdrawIfOutdated } from '../endorsement/read-members-since.ts';
import { otherVersion } from '../freezing/freeze-version.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { holdSubmitting } from '../versions/hold-submitting.ts';
import { moveVersion } from '../versions/move-version.ts';
import { readSubmissionCheck } from '../versions/read-version-checks.ts';
import { lockCurrentVersion } from '../versions/version-repository.ts';

export type SubmitOutcome =
  | { readonly kind: 'ok'; readonly superseded: readonly number[] }
  | { readonly kind: 'blocked'; readonly check: CheckResult }
  /** The document does not name the members there are; it went back to draft, and says why. */
  | { readonly kind: 'members-changed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Sends the frozen version to the regional team, once the endorsements that the programme asks for have been given. */
export function submitVersion(
  { database, pack }: RoadmapContext,
  footprint: Pick<Footprint, 'areaId'>,
  versionNumber: number,
  by: Acting,
): Promise<SubmitOutcome> {
  return database.transaction().execute(async (transaction): Promise<SubmitOutcome> => {
    const members = await holdMembers(transaction, footprint.areaId, pack.positionOn);
    const asked = { footprintId: footprint.areaId, number: versionNumber };
    const isOpen = await holdSubmitting(transaction, pack, asked, dayOf(by.at));
    const version = await lockCurrentVersion(transaction, footprint.areaId);
    if (version === null || version.number !== versionNumber) {
      return otherVersion(versionNumber);
    }
    const outdated = await withdrawIfOutdated(transaction, version, members, theServiceItself(by.at));
    if (outdated !== null) {
      return { kind: 'members-changed', reason: outdated.reason };
    }
    const check = await readSubmissionCheck(transaction, pack, version, isOpen);
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
