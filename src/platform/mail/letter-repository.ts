import type { Connection } from '../database/database.ts';
import type { WrittenLetter } from '../written-letter.ts';

export interface QueuedLetter extends WrittenLetter {
  readonly letterId: string;
}

/** Answers its id. */
export async function insertLetter(
  connection: Connection,
  letter: WrittenLetter & { readonly writtenAt: Date },
): Promise<string> {
  const { letter_id: letterId } = await connection
    .insertInto('letter')
    .values({
      recipient: letter.to,
      subject: letter.subject,
      body: letter.text,
      link: letter.link,
      state: 'queued',
      written_at: letter.writtenAt,
    })
    .returning('letter_id')
    .executeTakeFirstOrThrow();
  return letterId;
}

/** A letter that is still to be sent; null where it is settled, or there is none. */
export async function findQueuedLetter(connection: Connection, letterId: string): Promise<QueuedLetter | null> {
  const letter = await connection
    .selectFrom('letter')
    .select(['letter_id as letterId', 'recipient as to', 'subject', 'body as text', 'link'])
    .where('letter_id', '=', letterId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return letter ?? null;
}

export interface LetterSettlement {
  readonly state: 'queued' | 'sent' | 'failed';
  /** Why it was not sent, or not yet. */
  readonly failure: string;
  readonly at: Date;
}

export async function updateLetter(connection: Connection, letterId: string, settled: LetterSettlement): Promise<void> {
  const { state, failure, at } = settled;
  const gone = state === 'queued' ? {} : { link: null, settled_at: at };
  await connection
    .updateTable('letter')
    .set({ state, failure, ...gone })
    .where('letter_id', '=', letterId)
    .execute();
}
