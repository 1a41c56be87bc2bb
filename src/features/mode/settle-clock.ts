import type { ClockStart } from '../../platform/clock.ts';
import type { Connection } from '../../platform/database/database.ts';
import { timeAt } from '../../platform/days.ts';
import { findClockStart, hasNobody, insertClockStart } from './clock-repository.ts';
import type { Mode } from './mode.ts';

/** The hour at which the clock of a demonstration begins its first day. */
const MORNING = 9;

/**
 * Where the clock of a database began, or null where it is the real one: in a real database, in a demonstration whose programme names
 * no day, and in one of an earlier version, whose people have dated what they did by the real time. A demonstration that is just
 * beginning begins on the day that its programme names.
 */
export async function settleClock(
  connection: Connection,
  { mode, day, now }: { readonly mode: Mode; readonly day: string | null; readonly now: Date },
): Promise<ClockStart | null> {
  if (mode === 'real') {
    return null;
  }
  const found = await findClockStart(connection);
  if (found !== null || day === null || !(await hasNobody(connection))) {
    return found;
  }
  return insertClockStart(connection, { standsAt: timeAt(day, MORNING), startedAt: now });
}
