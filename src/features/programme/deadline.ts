import { dayOf, daysBetween } from '../../platform/days.ts';
import { countOf, formatDate } from '../../views/format.ts';
import type { Round } from './round.ts';
import { dueOnFor, roundState } from './round-state.ts';

/**
 * A deadline as every page says it: `23:59 on 15 January 2016, UK time (12 days left)`. A day that is named alone leaves open
 * when it is over, and where; the zone is that of `platform/days.ts`, in which all days are counted.
 */
export function deadlineInWords(dueOn: string, today: string): string {
  return `23:59 on ${formatDate(dueOn)}, UK time (${timeLeft(dueOn, today)})`;
}

/**
 * The deadline of a round as `deadlineInWords` says it, or the day alone where the round is closed: nothing is taken until then any more,
 * so that nobody has time left.
 *
 * @param dueOn the deadline of one place; that of everybody where it is left out
 */
export function roundDeadlineInWords(
  round: Pick<Round, 'opensOn' | 'dueOn' | 'steps'>,
  today: string,
  dueOn: string = dueOnFor(round),
): string {
  return roundState(round, today) === 'closed' ? formatDate(dueOn) : deadlineInWords(dueOn, today);
}

/** The first day of a round: the day that was fixed, and beside it the one on which it was opened by hand where that came before. */
export function firstDayInWords({ opensOn, steps }: Pick<Round, 'opensOn' | 'steps'>): string {
  const opened = steps.find(({ kind }) => kind === 'open');
  const byHand = opened === undefined ? opensOn : dayOf(opened.at);
  return byHand < opensOn ? `${formatDate(opensOn)}, but opened by hand on ${formatDate(byHand)}` : formatDate(opensOn);
}

function timeLeft(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) {
    return 'this date has passed';
  }
  if (days === 0) {
    return 'due today';
  }
  return `${countOf(days, 'day')} left`;
}
