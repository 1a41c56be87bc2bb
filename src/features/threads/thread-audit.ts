import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { ThreadScope, ThreadSubject } from './thread.ts';
import type { NewThreadStep } from './thread-repository.ts';

/**
 * Adds a step to the chain of its thread. The trail is read by more people than the thread is, so it tells neither what was written nor
 * whom it was addressed to.
 */
export function auditThread(
  transaction: Connection,
  { scopeId }: ThreadScope,
  { kind: subject, roundId, part, key }: ThreadSubject,
  { threadId, kind, number }: NewThreadStep,
  { personId, onBehalfOf, at }: ActingPerson,
): Promise<void> {
  const what = subject === 'query' ? 'query' : 'thread';
  return appendAuditEvent(transaction, {
    chain: `${what}:${threadId}`,
    action: `${what}.${kind}`,
    personId,
    onBehalfOf,
    at,
    detail: { organisation: scopeId, roundId, subject, part, key, step: number },
  });
}
