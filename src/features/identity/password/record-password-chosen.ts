import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection } from '../../../platform/database/database.ts';

/** In the audit trail: somebody chose a password, by a link or on their account page. */
export function recordPasswordChosen(connection: Connection, personId: string, at: Date): Promise<void> {
  return appendAuditEvent(connection, {
    chain: `person:${personId}`,
    action: 'person.choose-password',
    personId,
    onBehalfOf: 'Themselves',
    at,
    detail: {},
  });
}
