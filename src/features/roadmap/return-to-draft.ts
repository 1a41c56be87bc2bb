import type { Acting, RoadmapContext } from './acting.ts';
import { currentEndorsements } from './endorsement.ts';
import { listEndorsements } from './endorsement-repository.ts';
import { otherVersion } from './freeze-version.ts';
import { auditRoadmap } from './roadmap-audit.ts';
import { lockCurrentVersion, updateVersion } from './version-repository.ts';
import { nextVersionState } from './version-state.ts';
import { insertWithdrawal } from './withdrawal-repository.ts';

export interface ReturnToDraft {
  readonly footprintId: string;
  readonly versionNumber: number;
  /** Read by every organisation whose endorsement lapses. */
  readonly reason: string;
}

export type ReturnOutcome =
  | { readonly kind: 'ok'; readonly lapsedOrganisationIds: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Opens a frozen version for changes again. Its endorsements lapse; the document they were given on stays readable. */
export function returnToDraft(
  { database }: Pick<RoadmapContext, 'database'>,
  { footprintId, versionNumber, reason }: ReturnToDraft,
  by: Acting,
): Promise<ReturnOutcome> {
  return database.transaction().execute(async (transaction): Promise<ReturnOutcome> => {
    const version = await lockCurrentVersion(transaction, footprintId);
    if (version === null || version.number !== versionNumber) {
      return otherVersion(versionNumber);
    }
    const action = { kind: 'withdraw', reason } as const;
    const decision = nextVersionState(version.state, action, { blockerCount: 0, newerVersion: null });
    if (decision.kind === 'refused') {
      return decision;
    }

    const endorsements = await listEndorsements(transaction, version.versionId);
    const lapsed = currentEndorsements(endorsements, version.digest).map(({ organisationId }) => organisationId);
    const { versionId } = version;
    await insertWithdrawal(transaction, { versionId, reason, at: by.at, by: by.personId });
    await updateVersion(transaction, versionId, decision.state, { frozen: null });
    await auditRoadmap(transaction, version, 'roadmap.return-to-draft', by, { digest: version.digest, reason, lapsed });
    return { kind: 'ok', lapsedOrganisationIds: lapsed };
  });
}
