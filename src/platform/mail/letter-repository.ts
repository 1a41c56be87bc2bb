import { sql } from 'kysely';
import type { Connection } from '../database/database.ts';
import type { WrittenLetter } from '../written-letter.ts';

export interface QueuedLetter extends WrittenLetter {
  readonly letterId: string;
}

/** Answers their ids, in their order. */
export async function insertLetters(
  connection: Connection,
  letters: readonly WrittenLetter[],
  writtenAt: Date,
): Promise<string[]> {
  const column = <Value>(of: (letter: WrittenLetter) => Value) => letters.map(of);
  const { rows } = await sql<{ letterId: string }>`
    with written as (
      select uuidv7() as letter_id, one.*
      from unnest(${column(({ to }) => to)}::text[], ${column(({ subject }) => subject)}::text[],
                  ${column(({ text }) => text)}::text[], ${column(({ link }) => link)}::text[])
        with ordinality as one (recipient, subject, body, link, place)
    ), kept as (
      insert into letter (letter_id, recipient, subject, body, link, state, written_at)
      select written.letter_id, written.recipient, written.subject, written.body, written.link, 'queued', ${writtenAt}
      from written
    )
    select written.letter_id as "letterId" from written order by written.place`.execute(connection);
  return rows.map(({ letterId }) => letterId);
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

/** Lets a letter wait again that was not delivered. False where it waits already, or was sent. */
export async function updateFailedLetter(connection: Connection, letterId: string): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable('letter')
    .set({ state: 'queued', failure: '', settled_at: null })
    .where('letter_id', '=', letterId)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
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
