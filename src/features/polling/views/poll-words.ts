import type { PollState } from '../../polls/index.ts';

export const stateLabels: Readonly<
  Record<PollState, { readonly text: string; readonly colour: 'blue' | 'green' | 'grey' }>
> = {
  open: { text: 'Open', colour: 'blue' },
  closed: { text: 'Closed', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};
