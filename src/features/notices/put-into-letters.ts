import { paths } from '../../paths.ts';
import { publicUrlOf } from '../../platform/config.ts';
import { composeLetter } from './compose-letter.ts';
import {
  type DueNotice,
  deleteNoticesOfNobody,
  listDueNotices,
  lockTelling,
  updateNoticeLetters,
} from './notice-repository.ts';
import type { NoticesContext } from './notices-context.ts';

/** So many letters are queued in one transaction. */
const MOST_PEOPLE = 500;

/** Puts every notice that is due into a letter, one letter for each person, and the letters into the queue. */
export async function putIntoLetters(context: NoticesContext): Promise<void> {
  while ((await putSome(context)) === MOST_PEOPLE) {
    // As long as there may be more.
  }
}

/** Answers how many people are written to. */
function putSome({ database, clock, pack, config, letters }: NoticesContext): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    if (!(await lockTelling(transaction))) {
      return 0;
    }
    await deleteNoticesOfNobody(transaction, clock());
    const due = await listDueNotices(transaction, clock(), MOST_PEOPLE);
    const readers = [...Map.groupBy(due, ({ personId }) => personId).values()];
    const words = { letters: pack.letters, chooseAt: `${publicUrlOf(config)}${paths.accountLetters()}` };
    const written = readers.map((notices) => composeLetter(readerOf(notices), notices, words));
    const letterIds = await letters.addAll(transaction, written);
    const placed = readers.flatMap((notices, index) =>
      notices.map(({ noticeId }) => ({ noticeId, letterId: letterIds[index] ?? '' })),
    );
    await updateNoticeLetters(transaction, placed);
    return readers.length;
  });
}

function readerOf([first]: readonly DueNotice[]): { readonly name: string; readonly email: string } {
  return first ?? { name: '', email: '' };
}
