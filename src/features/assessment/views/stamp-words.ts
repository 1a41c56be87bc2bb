import { dayOf, daysBetween } from '../../../platform/days.ts';
import { countOf, formatTime } from '../../../views/format.ts';
import type { Stamp } from '../../scoring/index.ts';

/** `by Asha Patel on 3 December 2015 at 14:05`; without the name where there is none. */
export function byWhomAndWhen({ personName, at }: Stamp): string {
  return personName === null ? `on ${formatTime(at)}` : `by ${personName} on ${formatTime(at)}`;
}

/** The same of what was submitted: `by Asha Patel on 3 December 2015 at 14:05, 2 days after the deadline`. `dueOn`: an ISO date. */
export function submittedInWords(submission: Stamp, dueOn: string): string {
  const late = daysBetween(dueOn, dayOf(submission.at));
  return `${byWhomAndWhen(submission)}${late > 0 ? `, ${countOf(late, 'day')} after the deadline` : ''}`;
}
