import { compareNames, compareText } from '../../platform/compare.ts';
import type { Commitment } from '../programme/index.ts';

export interface DatedCommitment extends Commitment {
  /** `past`: the date was reached on or before the day looked from. */
  readonly when: 'past' | 'ahead';
}

/** Commitments by date, the earliest first, each seen from one day (`YYYY-MM-DD`). */
export function orderCommitments(commitments: readonly Commitment[], today: string): DatedCommitment[] {
  return commitments
    .toSorted((a, b) => compareText(a.dueOn, b.dueOn) || compareNames(a.title, b.title))
    .map((commitment) => ({ ...commitment, when: commitment.dueOn <= today ? 'past' : 'ahead' }));
}
