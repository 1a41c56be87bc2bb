import { sql } from 'kysely';
import type { Connection } from '../database.ts';
import { longWorkStatement } from '../limits.ts';

/** Gives the transaction ten minutes for each statement, lock and pause, for work that takes its time by nature. */
export async function allowLongWork(transaction: Connection): Promise<void> {
  await sql.raw(longWorkStatement).execute(transaction);
}
