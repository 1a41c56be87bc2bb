import { today } from '../../platform/days.ts';
import { deadlineInWords, findRound, roundState } from '../programme/index.ts';
import type { Happening } from './happening.ts';
import type { TellingContext } from './notices-context.ts';
import { listUnsubmittedIn } from './reminders/list-unsubmitted.ts';
import { askedReminderOf } from './reminders/reminder.ts';
import type { Telling } from './telling.ts';

/**
 * What people are told where somebody has those reminded who have not submitted; nothing of what they have submitted
 * meanwhile, nor of a round that was closed.
 */
export async function readRoundTellings(
  context: TellingContext,
  { id, action, detail }: Happening,
): Promise<Telling[]> {
  const round = findRound(context.pack, id);
  const day = today(context.clock);
  if (action !== 'round.remind' || round === undefined || roundState(round, day) !== 'open') {
    return [];
  }
  const reminded = new Set(detail.organisations);
  return (await listUnsubmittedIn(context, round))
    .filter(({ placeId }) => reminded.has(placeId))
    .map((each) => askedReminderOf(each, deadlineInWords(each.dueOn, day), day));
}
