import { decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';

/** How far the moderation of a signed document has come, in the order in which it passes through. */
export const moderationStates = ['unchecked', 'checking', 'finished'] as const;

export type ModerationState = (typeof moderationStates)[number];

export type ModerationAction = 'check' | 'finish';

/** What is on record about the moderation of one signed document. */
export interface ModerationFacts {
  /** How many of its answers are checked. */
  readonly checked: number;
  readonly isFinished: boolean;
}

/** It is not stored: it follows from what was found, and whether that was finished. */
export function moderationStateOf({ checked, isFinished }: ModerationFacts): ModerationState {
  if (isFinished) {
    return 'finished';
  }
  return checked === 0 ? 'unchecked' : 'checking';
}

type Requirement = 'not-validated' | 'all-read';

/** Every step there is. `checking` is left by itself too, to `unchecked`, once no answer is checked any more. */
export const moderationTransitions: readonly Transition<ModerationState, ModerationAction, Requirement>[] = [
  { action: 'check', from: ['unchecked', 'checking'], to: 'checking', requires: ['not-validated'] },
  { action: 'finish', from: ['checking'], to: 'finished', requires: ['not-validated', 'all-read'] },
];

interface ModerationStepFacts extends ModerationFacts {
  readonly isValidated: boolean;
  /** Whether whoever finishes it has read everything that was found by then. */
  readonly isAllRead: boolean;
}

type ModerationDecision = { readonly kind: 'ok'; readonly state: ModerationState } | RefusedStep<Requirement>;

/** The state that a step leads to, or why it may not be taken. */
export function decideModeration(action: ModerationAction, facts: ModerationStepFacts): ModerationDecision {
  const isMet = (requirement: Requirement) => (requirement === 'not-validated' ? !facts.isValidated : facts.isAllRead);
  const step = decideStep(moderationTransitions, moderationStateOf(facts), action, isMet, {
    notFromHere: () => (facts.isFinished ? 'The moderation is finished already' : 'No answer is checked yet'),
    unmet: (requirement) =>
      requirement === 'not-validated'
        ? 'The return is validated. No answer is checked any more unless that is taken back'
        : 'Somebody has saved something else meanwhile. Read that first',
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}
