import type { Poll, PollState } from '../../polls/index.ts';

export const stateLabels: Readonly<
  Record<PollState, { readonly text: string; readonly colour: 'blue' | 'green' | 'grey' }>
> = {
  open: { text: 'Open', colour: 'blue' },
  closed: { text: 'Closed', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};

/** How many have answered; nobody knows of how many, where anybody on the staff may. */
export function votedInWords({ voted, invited, openToken }: Poll, state: PollState): string {
  if (openToken === null) {
    return `${voted} of ${invited}`;
  }
  return state === 'open' ? `${voted} so far` : String(voted);
}
