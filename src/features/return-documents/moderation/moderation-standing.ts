/** How far the moderation of a signed document has come, in the order in which it passes through. */
export const moderationStates = ['unchecked', 'checking', 'finished', 'challenged'] as const;

export type ModerationState = (typeof moderationStates)[number];

export const moderationStateLabels: Readonly<Record<ModerationState, string>> = {
  unchecked: 'Not checked',
  checking: 'Being checked',
  finished: 'Finished',
  challenged: 'Challenged',
};

/** What is on record about the moderation of one signed document. */
export interface ModerationFacts {
  /** How many of its answers are checked. */
  readonly checked: number;
  readonly isFinished: boolean;
  /** How many challenges of what was found nobody has answered. */
  readonly openChallenges: number;
}

/** It is not stored: it follows from what was found, whether that was finished, and what was challenged. */
export function moderationStateOf({ checked, isFinished, openChallenges }: ModerationFacts): ModerationState {
  if (isFinished) {
    return openChallenges > 0 ? 'challenged' : 'finished';
  }
  return checked === 0 ? 'unchecked' : 'checking';
}
