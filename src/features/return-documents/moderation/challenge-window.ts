import { dayFrom, dayOf, laterOf } from '../../../platform/days.ts';
import { type ProgrammePack, resultsDay } from '../../programme/index.ts';
import type { FinishedModeration } from './moderation-outcome.ts';

type Rules = Pick<ProgrammePack, 'challengeDays' | 'resultsPublic' | 'rounds'>;

/**
 * The day from which the findings of a moderation can be challenged no more: so many days after it was finished as the programme gives, or the day on which
 * the results of its round become public, if that is later. Null where the round is not to be found.
 */
export function challengedBefore(
  pack: Rules,
  roundId: string,
  { finishedAt }: Pick<FinishedModeration, 'finishedAt'>,
): string | null {
  const round = pack.rounds.find(({ id }) => id === roundId);
  if (round === undefined) {
    return null;
  }
  const own = dayFrom(dayOf(finishedAt), pack.challengeDays);
  const { on } = resultsDay(pack, round, own);
  return on === null ? own : laterOf(own, on);
}

/** Whether everybody may read what a moderation of a round came to. */
export type IsFinal = (roundId: string, moderation: Pick<FinishedModeration, 'finishedAt' | 'isChallenged'>) => boolean;

/** By the end of a day: once it can be challenged no more, and every challenge is answered. That results are public is another matter. */
export function finalOn(pack: Rules, day: string): IsFinal {
  return (roundId, moderation) => {
    const before = challengedBefore(pack, roundId, moderation);
    return before !== null && before <= day && !moderation.isChallenged;
  };
}
