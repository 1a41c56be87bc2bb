const MILLISECONDS_A_DAY = 86_400_000;

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY);
}

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
