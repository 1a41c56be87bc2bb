import { sql } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';

/**
 * Makes the tables of the job queue, or brings them up to date, in a schema of their own. Done as the owner of the tables, before the
 * service starts its queues, which then need no right to make or change one.
 */
export async function prepareJobTables(owner: Database): Promise<void> {
  const boss = new PgBoss({ db: fromKysely(owner), schedule: false, supervise: false, registerInstance: false });
  // What goes wrong is thrown by `start` too.
  boss.on('error', () => undefined);
  // Processes that start together would get in each other's way; the lock is held on a connection beside those of the queue.
  await owner.transaction().execute(async (lock) => {
    await sql`select pg_advisory_xact_lock(hashtext('tables of the job queue'))`.execute(lock);
    await boss.start();
    await boss.stop({ close: false });
  });
}
