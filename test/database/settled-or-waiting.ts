import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.ts';

/** Until this is over, or as many as that wait for somebody else's transaction. */
export async function settledOrWaiting(owner: Database, work: Promise<unknown>, count = 1): Promise<void> {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  while (!isOver && (await waiting.execute(owner)).rows.length < count) {
    await setTimeout(5);
  }
}
