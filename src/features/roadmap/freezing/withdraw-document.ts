import type { Connection } from '../../../platform/database/database.ts';
import { currentEndorsements } from '../../agreement/index.ts';
import type { Acting } from '../../identity/index.ts';
import { listEndorsements } from '../endorsement/endorsement-repository.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import { type RoadmapVersionRow, updateVersion } from '../versions/version-repository.ts';
import { nextVersionState } from '../versions/version-state.ts';
import { insertWithdrawal } from './withdrawal-repository.ts';

export type WithdrawOutcome =
  | { readonly kind: 'ok'; readonly lapsedOrganisationIds: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Opens a frozen version, locked by the caller, for changes again. The document its members were given stays readable. */
export async function withdrawDocument(
  transaction: Connection,
  version: RoadmapVersionRow,
  reason: string,
  by: Acting,
): Promise<WithdrawOutcome> {
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
}
