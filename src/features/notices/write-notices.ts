import { publicUrlOf } from '../../platform/config.ts';
import type { Connection } from '../../platform/database/database.ts';
import { listAddressees } from '../identity/index.ts';
import { dueAt, usualChoice } from './choice/letter-choice.ts';
import { listChoices } from './choice/letter-choice-repository.ts';
import { happeningOf } from './happening.ts';
import { listGrantsAt } from './list-grants-at.ts';
import {
  deleteEventToTell,
  type EventToTell,
  findEventToTell,
  insertNotices,
  lockTelling,
  type TimedNotice,
  updateEventToTell,
} from './notice-repository.ts';
import type { NoticesContext } from './notices-context.ts';
import { type Notice, noticesOf } from './notices-of.ts';
import { readNoticeDrafts } from './read-notice-drafts.ts';

const TRY_AGAIN_MILLISECONDS = 300_000;

/**
 * Tells of everything that has happened and was not told of: an event and what people are told of it change hands in one
 * transaction, so that a process may end at any moment. Another process that does the same at once leaves it to this one.
 */
export async function writeNotices(context: NoticesContext): Promise<void> {
  while (await writeNoticesOfNext(context)) {
    // One transaction for each event: one that fails takes no other with it.
  }
}

async function writeNoticesOfNext(context: NoticesContext): Promise<boolean> {
  const { database, clock, log } = context;
  let event: EventToTell | null = null;
  try {
    return await database.transaction().execute(async (transaction) => {
      event = (await lockTelling(transaction)) ? await findEventToTell(transaction, clock()) : null;
      if (event === null) {
        return false;
      }
      const at = clock();
      const notices = await readNotices(context, transaction, event);
      await insertNotices(transaction, await timed(transaction, notices, at), at);
      await deleteEventToTell(transaction, event);
      return true;
    });
  } catch (error) {
    if (event === null) {
      throw error;
    }
    const { chain, sequence }: EventToTell = event;
    log.error({ err: error, chain, sequence }, 'nobody could be told of an event: it is tried again later');
    await updateEventToTell(database, event, new Date(clock().getTime() + TRY_AGAIN_MILLISECONDS));
    return true;
  }
}

/** Each with the time at which its reader wants to be told; what they do not want is left out. */
async function timed(connection: Connection, notices: readonly Notice[], now: Date): Promise<TimedNotice[]> {
  const choices = await listChoices(
    connection,
    notices.map(({ personId }) => personId),
  );
  return notices.flatMap((notice) => {
    const due = dueAt(notice.kind, choices.get(notice.personId) ?? usualChoice, now);
    return due === null ? [] : [{ ...notice, dueAt: due }];
  });
}

async function readNotices(
  { pack, clock, config }: NoticesContext,
  connection: Connection,
  event: EventToTell,
): Promise<Notice[]> {
  const doer = event.personId === null ? [] : [event.personId];
  const names = await listAddressees(connection, doer);
  const happening = happeningOf(event, names.get(event.personId ?? '')?.name ?? null);
  const drafts = await readNoticeDrafts({ connection, pack, clock }, happening);
  const grants = await listGrantsAt(connection, drafts);
  const people = await listAddressees(connection, [...new Set(grants.map(({ personId }) => personId))]);
  return noticesOf(drafts, event.personId, {
    grants,
    people,
    letters: pack.letters,
    publicUrl: publicUrlOf(config),
  });
}
