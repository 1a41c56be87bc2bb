import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import type { NewSharing } from './sharing-repository.ts';

/** Adds what was said about answering together to a chain of its own. */
export function auditSharing(
  transaction: Connection,
  { sharingId, roundId, takerId, giverId, sectionIds, proposedFor }: NewSharing,
  action: 'sharing.propose' | 'sharing.agree' | 'sharing.end',
  { personId, onBehalfOf, at }: ActingPerson,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return appendAuditEvent(transaction, {
    chain: `sharing:${sharingId}`,
    action,
    personId,
    onBehalfOf,
    at,
    detail: { roundId, taker: takerId, giver: giverId, sections: sectionIds, proposedFor, ...detail },
  });
}
