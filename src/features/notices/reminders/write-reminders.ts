import { publicUrlOf } from '../../../platform/config.ts';
import type { Connection } from '../../../platform/database/database.ts';
import { dayOf, timeAt, today } from '../../../platform/days.ts';
import { listAddressees } from '../../identity/index.ts';
import { deadlineInWords } from '../../programme/index.ts';
import { DAILY_HOUR } from '../choice/letter-choice.ts';
import { listGrantsAt } from '../list-grants-at.ts';
import type { NoticeDraft } from '../notice-draft.ts';
import { insertNotices, lockTelling, type TimedNotice } from '../notice-repository.ts';
import type { NoticesContext } from '../notices-context.ts';
import { noticesOf } from '../notices-of.ts';
import { assignmentReminders } from './assignment-reminders.ts';
import { listAssignedInOpenRounds } from './list-assigned-in-open-rounds.ts';
import { listUnsubmitted } from './list-unsubmitted.ts';
import { openingOf, reminderOf } from './reminder.ts';

/**
 * Tells those whose organisation or footprint has not submitted of rounds that opened by themselves, and of deadlines, and those who answer a
 * section of the day by which it is due, each person once of each. Done from an hour before the
 * daily letters on, so that they are in these; whoever is found later is written to at once, as the deadline does not wait.
 */
export async function writeReminders(context: NoticesContext): Promise<void> {
  const { database, clock } = context;
  const now = clock();
  if (now < timeAt(dayOf(now), DAILY_HOUR - 1)) {
    return;
  }
  await database.transaction().execute(async (transaction) => {
    if (await lockTelling(transaction)) {
      await insertNotices(transaction, await listReminders(context, transaction, now), now);
    }
  });
}

async function listReminders(
  { pack, clock, config }: NoticesContext,
  connection: Connection,
  now: Date,
): Promise<TimedNotice[]> {
  const day = today(clock);
  const unsubmitted = await listUnsubmitted({ connection, pack, clock });
  const drafts = [
    ...unsubmitted
      .flatMap((each) => [openingOf, reminderOf].map((of) => of(each, deadlineInWords(each.dueOn, day), day)))
      .filter((draft) => draft !== null),
    ...(await listAssignedInOpenRounds({ connection, pack, clock })).flatMap((place) =>
      assignmentReminders(place, day),
    ),
  ];
  const grants = await listGrantsAt(connection, drafts);
  const people = await listAddressees(connection, [...new Set(grants.map(({ personId }) => personId))]);
  const grantsOf = Map.groupBy(grants, ({ scopeId }) => scopeId);
  const morning = timeAt(day, DAILY_HOUR);
  const dueAt = now < morning ? morning : now;
  const facts = { people, letters: pack.letters, publicUrl: publicUrlOf(config) };
  return drafts.flatMap((draft) => {
    const held = placesOf(draft).flatMap((scopeId) => grantsOf.get(scopeId) ?? []);
    return noticesOf([draft], null, { ...facts, grants: held }).map((notice) => ({ ...notice, dueAt }));
  });
}

function placesOf({ to }: NoticeDraft): string[] {
  return to.flatMap(({ scopeIds }) => scopeIds);
}
