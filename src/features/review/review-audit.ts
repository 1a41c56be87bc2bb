import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { Acting } from '../identity/index.ts';

/** Adds what a reviewer did to the chain of the roadmap, so that its whole story stands in one place. */
export function auditReview(
  trx: Connection,
  version: { readonly roadmapId: string; readonly number: number },
  action: 'review.start' | 'review.save' | 'review.decide' | 'review.take-back-clearance',
  { personId, onBehalfOf, at }: Acting,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return appendAuditEvent(trx, {
    chain: `roadmap:${version.roadmapId}`,
    action,
    personId,
    onBehalfOf,
    at,
    detail: { version: version.number, ...detail },
  });
}
