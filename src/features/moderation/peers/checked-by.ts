import type { Checkers } from '../../return-documents/index.ts';
import { checkedOnes, type SavedFinding } from '../finding.ts';
import type { PeerInvitation } from './invitation.ts';

/** Who has found what stands: a finding is a peer's where whoever saved it last had accepted an invitation to check the document. */
export function checkedBy(
  findings: readonly Pick<SavedFinding, 'finding' | 'by'>[],
  invitations: readonly Pick<PeerInvitation, 'peer' | 'steps'>[],
): Checkers {
  const peers = new Set(
    invitations.filter(({ steps }) => steps.some(({ kind }) => kind === 'accept')).map(({ peer }) => peer.personId),
  );
  const checked = checkedOnes(findings);
  const byPeers = checked.filter(({ by }) => peers.has(by.personId)).length;
  if (byPeers === 0) {
    return 'programme';
  }
  return byPeers === checked.length ? 'peers' : 'both';
}
