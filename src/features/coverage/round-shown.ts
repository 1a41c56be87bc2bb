import { by } from '../../platform/compare.ts';
import { type Round, roundState } from '../programme/index.ts';

/** Which round a list is about. */
export interface RoundShown {
  readonly round: Round;
  /** False where it is another than the one that is worked in now. */
  readonly isPresent: boolean;
  /** Those that the list can be asked for, the newest first. */
  readonly choices: readonly Round[];
}

/**
 * The round that is asked for by its id, or the present one where none is; null where there is no such round.
 *
 * @param rounds of one kind
 */
export function roundShown(
  rounds: readonly Round[],
  present: Round | undefined,
  { id, today }: { readonly id: string; readonly today: string },
): RoundShown | null {
  const round = id === '' ? present : rounds.find((each) => each.id === id);
  if (round === undefined) {
    return null;
  }
  const choices = rounds.filter((each) => each.id === round.id || roundState(each, today) !== 'planned');
  return {
    round,
    isPresent: round.id === present?.id,
    choices: choices.toSorted(by(({ opensOn }) => opensOn)).toReversed(),
  };
}
