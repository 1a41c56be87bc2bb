import type { ProgrammePack } from './programme.ts';
import type { Round } from './round.ts';

/** When everybody may read what was signed in a round. */
export interface ResultsDay {
  readonly isPublic: boolean;
  /** The day that was set for all of them; null where there is none. */
  readonly on: string | null;
}

/**
 * Whether results of a round are public on a day. Where a day is set for them they are all public from it on, and none before; where none
 * is, it is as the programme has it: each once it is signed, or none.
 */
export function resultsDay(
  { resultsPublic }: Pick<ProgrammePack, 'resultsPublic'>,
  { steps }: Pick<Round, 'steps'>,
  day: string,
): ResultsDay {
  const on = steps.findLast((step) => step.kind === 'set-results-day')?.resultsOn ?? null;
  return { isPublic: on === null ? resultsPublic === 'when-signed' : on <= day, on };
}

/** Ids of the rounds of assessment whose results are not public on a day. */
export function roundsHeldBack(pack: Pick<ProgrammePack, 'resultsPublic' | 'rounds'>, day: string): string[] {
  return pack.rounds
    .filter((round) => round.kind === 'assessment' && !resultsDay(pack, round, day).isPublic)
    .map(({ id }) => id);
}
