import { sql } from 'kysely';
import type { Connection } from '../database.ts';

/** For a transaction that fills tables: what was planned when they were small would read them whole, again and again. */
export async function planForGrowth(transaction: Connection): Promise<void> {
  await sql`set local enable_seqscan = off`.execute(transaction);
}
