import { lastDueOn, type Round } from '../programme/index.ts';

/**
 * The last day of a round of assessment that is over and of which nothing was entered here: whoever answered did so elsewhere, which is not
 * nought. Null of any other.
 */
export function dueUnrecorded(round: Pick<Round, 'dueOn' | 'steps'>, submitted: number, day: string): string | null {
  const dueOn = lastDueOn(round);
  return submitted === 0 && dueOn < day ? dueOn : null;
}
