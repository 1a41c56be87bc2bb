import type { ClockStart } from '../../platform/clock.ts';
import type { Connection } from '../../platform/database/database.ts';

/** Where the clock of the demonstration began; null where its time is the real one. */
export async function findClockStart(connection: Connection): Promise<ClockStart | null> {
  const row = await connection
    .selectFrom('demonstration_clock')
    .select(['demonstration_clock.stands_at as standsAt', 'demonstration_clock.started_at as startedAt'])
    .executeTakeFirst();
  return row ?? null;
}

/** Sets the clock, unless another process has just done so. Answers how it stands. */
export async function insertClockStart(connection: Connection, start: ClockStart): Promise<ClockStart> {
  await connection
    .insertInto('demonstration_clock')
    .values({ stands_at: start.standsAt, started_at: start.startedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findClockStart(connection)) ?? start;
}

/** Whether nobody is in the database yet, not even the people of the demonstration. */
export async function hasNobody(connection: Connection): Promise<boolean> {
  return (await connection.selectFrom('person').select('person.id').limit(1).executeTakeFirst()) === undefined;
}
