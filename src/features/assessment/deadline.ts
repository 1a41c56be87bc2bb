import { daysBetween } from '../../platform/days.ts';

/** How far off a deadline is, in words that follow its date: `12 days left`, `due today`, `this date has passed`. */
export function timeLeft(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) {
    return 'this date has passed';
  }
  if (days === 0) {
    return 'due today';
  }
  return days === 1 ? '1 day left' : `${days} days left`;
}
