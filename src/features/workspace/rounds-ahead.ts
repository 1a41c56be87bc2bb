import { by } from '../../platform/compare.ts';
import { type Round, roundState } from '../programme/index.ts';

/** Whether anybody can be asked for anything in a round. */
export type RoundsAhead =
  | { readonly kind: 'open' }
  /** None yet: this is the first to open. */
  | { readonly kind: 'planned'; readonly label: string; readonly opensOn: string }
  | { readonly kind: 'none' };

/** `today`: an ISO date. A round whose deadline has passed still takes what is late. */
export function roundsAhead(rounds: readonly Round[], today: string): RoundsAhead {
  if (rounds.some((round) => roundState(round, today) === 'open')) {
    return { kind: 'open' };
  }
  const [next] = rounds
    .filter((round) => roundState(round, today) === 'planned')
    .toSorted(by(({ opensOn }) => opensOn));
  return next === undefined ? { kind: 'none' } : { kind: 'planned', label: next.label, opensOn: next.opensOn };
}
