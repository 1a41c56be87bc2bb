import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import { findMessage, isAnsweredBy, updateAsAnswered } from './message-repository.ts';

export interface MarkAnswered {
  readonly messageId: string;
  readonly personId: string;
  readonly onBehalfOf: string;
  readonly at: Date;
}

export type AnsweredOutcome =
  | { readonly kind: 'answered' }
  | { readonly kind: 'already-answered' }
  | { readonly kind: 'not-found' };

/** Notes that somebody has answered a message; the answer itself is sent from their own mailbox. */
export async function markAnswered(database: Database, command: MarkAnswered): Promise<AnsweredOutcome> {
  const { messageId, personId, onBehalfOf, at } = command;
  return database.transaction().execute(async (trx) => {
    if (await updateAsAnswered(trx, messageId, personId, at)) {
      const chain = `contact:${messageId}`;
      await appendAuditEvent(trx, { chain, action: 'contact.answer', personId, onBehalfOf, at, detail: {} });
      return { kind: 'answered' };
    }
    if (await isAnsweredBy(trx, messageId, personId)) {
      return { kind: 'answered' };
    }
    return (await findMessage(trx, messageId)) === null ? { kind: 'not-found' } : { kind: 'already-answered' };
  });
}
