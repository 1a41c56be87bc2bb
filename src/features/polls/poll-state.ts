import { decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';

/** In the order in which a poll normally passes through them. */
export const pollStates = ['open', 'closed', 'withdrawn'] as const;

export type PollState = (typeof pollStates)[number];

export type PollAction = 'vote' | 'remind' | 'close' | 'withdraw';

type Requirement = 'open-round' | 'day-left' | 'not-lately' | 'reason';

export interface PollFacts {
  readonly isRoundOpen: boolean;
  readonly isDayLeft: boolean;
  readonly isJustReminded: boolean;
  readonly reason: string;
}

/** Every change there is. What has ended is never opened again: a spread that was seen must not grow by one vote. */
export const pollTransitions: readonly Transition<PollState, PollAction, Requirement>[] = [
  { action: 'vote', from: ['open'], to: 'open', requires: ['open-round', 'day-left'] },
  { action: 'remind', from: ['open'], to: 'open', requires: ['open-round', 'day-left', 'not-lately'] },
  { action: 'close', from: ['open'], to: 'closed' },
  { action: 'withdraw', from: ['open'], to: 'withdrawn', requires: ['day-left', 'reason'] },
];

export type PollDecision = { readonly kind: 'ok'; readonly state: PollState } | RefusedStep<Requirement>;

/** The state that a step leads to, or why it may not be taken. */
export function decidePoll(state: PollState, action: PollAction, facts: PollFacts): PollDecision {
  const step = decideStep(pollTransitions, state, action, (needed) => isMet(needed, facts), {
    notFromHere: () => `The poll was ${state} meanwhile`,
    unmet: (needed) => unmetReasons[needed],
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}

function isMet(needed: Requirement, { isRoundOpen, isDayLeft, isJustReminded, reason }: PollFacts): boolean {
  switch (needed) {
    case 'open-round':
      return isRoundOpen;
    case 'day-left':
      return isDayLeft;
    case 'not-lately':
      return !isJustReminded;
    case 'reason':
      return reason.trim() !== '';
  }
}

const unmetReasons: Readonly<Record<Requirement, string>> = {
  'open-round': 'The round is not open',
  'day-left': 'The last day of the poll is over',
  'not-lately': 'They were reminded less than a day ago',
  reason: 'Say why',
};
