import { decideStep, type RefusedStep, type Transition } from '../../../platform/transition-table.ts';

export const activationStates = ['proposed', 'active', 'withdrawn', 'lapsed'] as const;

export type ActivationState = (typeof activationStates)[number];

export type ActivationAction = 'confirm' | 'withdraw' | 'lapse';

export type ActivationRequirement = 'second-person' | 'same-text' | 'reason';

export type ActivationTransition = Transition<ActivationState, ActivationAction, ActivationRequirement>;

/**
 * What becomes of a proposal that a version may be asked. It is for one very text: where the pack changes that meanwhile, the proposal lapses.
 * An activation is for good; a version that must not be asked is changed in the pack, which makes another text of it.
 */
export const activationTransitions: readonly ActivationTransition[] = [
  { action: 'confirm', from: ['proposed'], to: 'active', requires: ['second-person', 'same-text'] },
  { action: 'withdraw', from: ['proposed'], to: 'withdrawn', requires: ['reason'] },
  { action: 'lapse', from: ['proposed'], to: 'lapsed' },
];

/** That a version may be asked, or is to be; people are given by name. */
export interface Activation {
  readonly activationId: string;
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly state: ActivationState;
  /** Null where it was activated by the first start. */
  readonly proposedBy: string | null;
  readonly proposedById: string | null;
  readonly proposedAt: Date;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  /** Why it was withdrawn, or lapsed; empty otherwise. */
  readonly reason: string;
}

export interface ActivationFacts {
  /** Who takes the step. */
  readonly personId: string;
  /** Of the text that the step is about, as its page showed it. */
  readonly digest: string;
  /** Of the text that is kept now; null where none is. */
  readonly kept: string | null;
  readonly reason: string;
}

export type ActivationDecision =
  | { readonly kind: 'ok'; readonly state: ActivationState }
  | RefusedStep<ActivationRequirement>;

/** What a step makes of a proposal, or why it cannot be taken. Who may take it at all is decided elsewhere. */
export function decideActivation(
  { state, proposedById, digest }: Pick<Activation, 'state' | 'proposedById' | 'digest'>,
  action: ActivationAction,
  facts: ActivationFacts,
): ActivationDecision {
  const isMet = (needed: ActivationRequirement) => {
    switch (needed) {
      case 'second-person':
        return facts.personId !== proposedById;
      case 'same-text':
        return facts.digest === digest && facts.kept === digest;
      case 'reason':
        return facts.reason.trim() !== '';
    }
  };
  const step = decideStep(activationTransitions, state, action, isMet, {
    notFromHere: () => settledWords[state],
    unmet: (needed) => unmetWords[needed],
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}

const settledWords: Readonly<Record<ActivationState, string>> = {
  proposed: 'This is only proposed yet',
  active: 'This version is active already',
  withdrawn: 'This proposal was withdrawn',
  lapsed: 'This proposal has lapsed: the version was changed after it was proposed',
};

const unmetWords: Readonly<Record<ActivationRequirement, string>> = {
  'second-person': 'You proposed this yourself. A second person must read the version and confirm it',
  'same-text': 'The version is not the one that was proposed any more: the programme pack was changed since',
  reason: 'Give a reason',
};

/** Why a proposal lapses. */
export const lapseReason = 'The programme pack changed this version after it was proposed';
