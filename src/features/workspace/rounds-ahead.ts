import { by } from '../../platform/compare.ts';
import { isLongOver, type ProgrammePack, roundState } from '../programme/index.ts';

/** Whether anybody can be asked for anything in a round. */
export type RoundsAhead =
  | { readonly kind: 'open' }
  /** None yet: this is the first to open. */
  | { readonly kind: 'planned'; readonly label: string; readonly opensOn: string }
  | { readonly kind: 'none' };

/** `today`: an ISO date. A round whose deadline has passed still takes what is late, and asks for it unless its programme is over. */
export function roundsAhead(pack: Pick<ProgrammePack, 'rounds' | 'endedOn'>, today: string): RoundsAhead {
  const { rounds } = pack;
  if (rounds.some((round) => roundState(round, today) === 'open' && !isLongOver(pack, round, today))) {
    return { kind: 'open' };
  }
  const [next] = rounds
    .filter((round) => roundState(round, today) === 'planned')
    .toSorted(by(({ opensOn }) => opensOn));
  return next === undefined ? { kind: 'none' } : { kind: 'planned', label: next.label, opensOn: next.opensOn };
}
