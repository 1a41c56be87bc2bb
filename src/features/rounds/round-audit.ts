import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';

/** Writes down what was done about a round, in the chain of the round. */
export function auditRound(
  transaction: Connection,
  roundId: string,
  action: string,
  { personId, onBehalfOf, at }: ActingPerson,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  return appendAuditEvent(transaction, {
    chain: `round:${roundId}`,
    action: `round.${action}`,
    personId,
    onBehalfOf,
    at,
    detail,
  });
}
