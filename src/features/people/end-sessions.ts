import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import { type Acting, deleteSessionsOf } from '../identity/index.ts';
import type { PeopleContext } from './people-context.ts';

/** Signs somebody out everywhere. */
export function endSessions({ database }: PeopleContext, personId: string, by: Acting): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    await deleteSessionsOf(transaction, personId);
    await appendAuditEvent(transaction, {
      chain: `person:${personId}`,
      action: 'person.sign-out',
      personId: by.personId,
      onBehalfOf: by.onBehalfOf,
      at: by.at,
      detail: {},
    });
  });
}
