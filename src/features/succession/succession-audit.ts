import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';

/** Adds what was done to the proposal's own chain of the audit trail. */
export function auditSuccession(
  transaction: Connection,
  proposalId: string,
  action: 'succession.propose' | 'succession.confirm' | 'succession.withdraw',
  { personId, onBehalfOf, at }: ActingPerson,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  return appendAuditEvent(transaction, {
    chain: `succession:${proposalId}`,
    action,
    personId,
    onBehalfOf,
    at,
    detail,
  });
}
