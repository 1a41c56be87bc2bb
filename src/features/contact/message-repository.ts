import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { readPage } from '../../platform/database/statements/read-page.ts';
import type { Page } from '../../platform/page.ts';
import type { ContactMessage, MailState } from './contact.ts';

const columns = sql`contact_message.message_id as "messageId", contact_message.sender_name as "senderName",
  contact_message.sender_email as "senderEmail", contact_message.topic, contact_message.message,
  contact_message.received_at as "receivedAt", contact_message.mail_state as "mailState",
  contact_message.mail_failure as "mailFailure", contact_message.answered_at as "answeredAt", person.name as "answeredBy"`;

const source = sql`contact_message left join person on person.id = contact_message.answered_by`;

export type NewMessage = Omit<ContactMessage, 'mailFailure' | 'answeredAt' | 'answeredBy'>;

/** False, and nothing added, where the same message was sent from the same form before. */
export async function insertMessage(connection: Connection, message: NewMessage): Promise<boolean> {
  const added = await connection
    .insertInto('contact_message')
    .values({
      message_id: message.messageId,
      sender_name: message.senderName,
      sender_email: message.senderEmail,
      topic: message.topic,
      message: message.message,
      received_at: message.receivedAt,
      mail_state: message.mailState,
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .returning('message_id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function findMessage(connection: Connection, messageId: string): Promise<ContactMessage | null> {
  const result = await sql<ContactMessage>`
    select ${columns} from ${source} where contact_message.message_id = ${messageId}`.execute(connection);
  return result.rows[0] ?? null;
}

/** Messages that wait for an answer, oldest first; or answered ones, newest answer first. At most `limit`. */
export function listMessages(
  connection: Connection,
  sort: 'waiting' | 'answered',
  limit: number,
): Promise<Page<ContactMessage>> {
  const isAnswered = sort === 'answered';
  return readPage<ContactMessage>(
    connection,
    {
      columns,
      from: source,
      where: sql`(contact_message.answered_at is not null) = ${isAnswered}`,
      order: [
        isAnswered ? sql`contact_message.answered_at` : sql`contact_message.received_at`,
        sql`contact_message.message_id`,
      ],
      isDescending: isAnswered,
      keyOf: ({ receivedAt, answeredAt, messageId }) => [(answeredAt ?? receivedAt).toISOString(), messageId],
    },
    { after: null, limit },
  );
}

/** How many messages nobody has marked as answered. */
export async function countUnanswered(connection: Connection): Promise<number> {
  const result = await sql<{ waiting: number }>`
    select count(*) as waiting from contact_message where contact_message.answered_at is null`.execute(connection);
  return result.rows[0]?.waiting ?? 0;
}

/** False where it was answered before, or is not there. */
export async function updateAsAnswered(
  connection: Connection,
  messageId: string,
  personId: string,
  at: Date,
): Promise<boolean> {
  const result = await sql`
    update contact_message set answered_at = ${at}, answered_by = ${personId}
    where contact_message.message_id = ${messageId} and contact_message.answered_at is null`.execute(connection);
  return result.numAffectedRows === 1n;
}

export async function isAnsweredBy(connection: Connection, messageId: string, personId: string): Promise<boolean> {
  const found = await connection
    .selectFrom('contact_message')
    .select('message_id')
    .where('message_id', '=', messageId)
    .where('answered_by', '=', personId)
    .executeTakeFirst();
  return found !== undefined;
}

export async function updateMailState(
  connection: Connection,
  messageId: string,
  state: MailState,
  failure: string,
): Promise<void> {
  await sql`
    update contact_message set mail_state = ${state}, mail_failure = ${failure}
    where contact_message.message_id = ${messageId}`.execute(connection);
}
