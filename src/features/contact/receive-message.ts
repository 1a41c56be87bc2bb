import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../platform/database/database.ts';
import { insertMessage } from './message-repository.ts';
import type { ContactForm } from './parse-contact-form.ts';

export interface ReceiveMessage {
  readonly messageId: string;
  readonly form: ContactForm;
  /** Null for someone who is not signed in. */
  readonly personId: string | null;
  readonly at: Date;
}

/** Puts a stored message on its way by mail, inside the transaction that stores it. */
export type PassOn = (connection: Connection, messageId: string) => Promise<void>;

/**
 * Keeps a message, and passes it on by mail where there is a mail server (`passOn` is null where there is none). Either both
 * happen or neither, and once only for what is sent twice. The audit trail notes the topic alone: what people write is not kept for ever.
 */
export async function receiveMessage(
  database: Database,
  command: ReceiveMessage,
  passOn: PassOn | null,
): Promise<void> {
  const { messageId, form, personId, at } = command;
  await database.transaction().execute(async (trx) => {
    const isAdded = await insertMessage(trx, {
      messageId,
      senderName: form.name,
      senderEmail: form.email,
      topic: form.topic,
      message: form.message,
      receivedAt: at,
      mailState: passOn === null ? 'stored' : 'queued',
    });
    if (!isAdded) {
      return;
    }
    await appendAuditEvent(trx, {
      chain: `contact:${messageId}`,
      action: 'contact.receive',
      personId,
      onBehalfOf: personId === null ? 'Someone not signed in' : 'Themselves',
      at,
      detail: { topic: form.topic },
    });
    await passOn?.(trx, messageId);
  });
}
