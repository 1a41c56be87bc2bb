import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { Acting } from '../identity/index.ts';

type RoadmapAuditAction =
  | 'roadmap.open'
  | 'roadmap.take-up'
  | 'roadmap.save'
  | 'roadmap.remove'
  | 'roadmap.freeze'
  | 'roadmap.return-to-draft'
  | 'roadmap.endorse'
  | 'roadmap.submit'
  | 'roadmap.new-version'
  | 'roadmap.succeed';

/** Adds what was done to the roadmap's own chain of the audit trail. */
export function auditRoadmap(
  transaction: Connection,
  version: { readonly roadmapId: string; readonly number: number },
  action: RoadmapAuditAction,
  by: Acting,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { personId, onBehalfOf, at } = by;
  return appendAuditEvent(transaction, {
    chain: `roadmap:${version.roadmapId}`,
    action,
    personId,
    onBehalfOf,
    at,
    detail: { version: version.number, ...detail },
  });
}
