import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { EvidenceKey, FileContent, LinkContent } from './evidence.ts';

type EvidenceAuditAction = 'evidence.add' | 'evidence.change' | 'evidence.scan' | 'evidence.remove';

/**
 * Adds what was done to the chain of the evidence. The trail is read by more people than the evidence is, so it tells neither its name, nor
 * its address, nor what was written about it.
 */
export function auditEvidence(
  transaction: Connection,
  { organisationId, evidenceId }: EvidenceKey,
  action: EvidenceAuditAction,
  { personId, onBehalfOf, at }: Pick<ActingPerson, 'personId' | 'onBehalfOf' | 'at'>,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  return appendAuditEvent(transaction, {
    chain: `evidence:${evidenceId}`,
    action,
    personId,
    onBehalfOf,
    at,
    detail: { organisationId, ...detail },
  });
}

/** What may be told of a content: that it is a link, or which file by its digest. */
export function contentInTrail(content: LinkContent | FileContent): Readonly<Record<string, unknown>> {
  return content.kind === 'link'
    ? { kind: 'link' }
    : { kind: 'file', digest: content.digest, mediaType: content.mediaType, byteCount: content.byteCount };
}
