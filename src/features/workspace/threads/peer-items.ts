import type { PeerWork } from '../../moderation/index.ts';
import type { WorkItem } from '../work-item.ts';

/** What somebody is invited to check of another organisation: to answer that first, and then to check it. */
export function peerItems(work: readonly PeerWork[]): WorkItem[] {
  return work.map(({ invitationId, name, roundLabel, inviterName, isAccepted, href }) => ({
    id: `peer-${invitationId}`,
    text: isAccepted
      ? `Check the answers of ${name}, “${roundLabel}”`
      : `Accept or decline to check the answers of ${name}, “${roundLabel}”`,
    href,
    hint: isAccepted ? 'You have accepted to check them as a peer' : `${inviterName} invites you as a peer`,
    dueOn: null,
    waits: true,
    part: null,
    heldBy: null,
  }));
}
