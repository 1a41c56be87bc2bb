import { decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';
import { type ModerationFacts, type ModerationState, moderationStateOf } from '../return-documents/index.ts';

export type ModerationAction = 'check' | 'finish' | 'challenge' | 'answer-challenge';

type Requirement = 'not-validated' | 'all-read' | 'in-time';

/**
 * Every step there is. `checking` is left by itself too, to `unchecked`, once no answer is checked any more; `challenged` is left with the last challenge
 * that is answered.
 */
export const moderationTransitions: readonly Transition<ModerationState, ModerationAction, Requirement>[] = [
  { action: 'check', from: ['unchecked', 'checking'], to: 'checking', requires: ['not-validated'] },
  { action: 'finish', from: ['checking'], to: 'finished', requires: ['not-validated', 'all-read'] },
  { action: 'challenge', from: ['finished', 'challenged'], to: 'challenged', requires: ['in-time'] },
  { action: 'answer-challenge', from: ['challenged'], to: 'finished' },
];

interface ModerationStepFacts extends ModerationFacts {
  readonly isValidated: boolean;
  /** Whether whoever finishes it has read everything that was found by then. */
  readonly isAllRead: boolean;
  /** Whether what was found can still be challenged. */
  readonly isInTime: boolean;
}

type ModerationDecision = { readonly kind: 'ok'; readonly state: ModerationState } | RefusedStep<Requirement>;

/** The state that a step leads to, or why it may not be taken. */
export function decideModeration(action: ModerationAction, facts: ModerationStepFacts): ModerationDecision {
  const met: Readonly<Record<Requirement, boolean>> = {
    'not-validated': !facts.isValidated,
    'all-read': facts.isAllRead,
    'in-time': facts.isInTime,
  };
  const step = decideStep(moderationTransitions, moderationStateOf(facts), action, (needed) => met[needed], {
    notFromHere: () => notFromHere(action, facts),
    unmet: (requirement) => unmetInWords[requirement],
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}

const unmetInWords: Readonly<Record<Requirement, string>> = {
  'not-validated': 'The return is validated. No answer is checked any more unless that is taken back',
  'all-read': 'Somebody has saved something else meanwhile. Read that first',
  'in-time': 'The days in which it could be challenged are over',
};

function notFromHere(action: ModerationAction, { isFinished }: ModerationFacts): string {
  if (action === 'challenge') {
    return 'The moderation is not finished yet';
  }
  if (action === 'answer-challenge') {
    return 'No challenge waits to be answered';
  }
  return isFinished ? 'The moderation is finished already' : 'No answer is checked yet';
}
