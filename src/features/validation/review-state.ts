import { decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';
import { countOf } from '../../views/format.ts';
import type { ValidationStep } from '../return-documents/index.ts';

/** How far a signed document has come with those who look at it, in the order in which it normally passes through. */
export const returnReviewStates = ['submitted', 'queried', 'validated'] as const;

export type ReturnReviewState = (typeof returnReviewStates)[number];

export type ReturnReviewAction = 'ask' | 'validate' | 'take-back';

/** What is on record about one signed document. */
export interface ReturnReviewFacts {
  /** How many queries about it are open. */
  readonly openQueries: number;
  /** Every time that it was validated, or this was taken back, in order. */
  readonly validations: readonly ValidationStep[];
  /** Whether its answers are being checked from outside, and that is not finished. */
  readonly isBeingChecked: boolean;
}

/** The validation that stands; null where there is none, or it was taken back. */
export function standingValidation({ validations }: Pick<ReturnReviewFacts, 'validations'>): ValidationStep | null {
  const last = validations.at(-1);
  return last?.kind === 'validate' ? last : null;
}

/** It is not stored: it follows from the queries that are open and from what was validated. */
export function reviewStateOf(facts: ReturnReviewFacts): ReturnReviewState {
  if (standingValidation(facts) !== null) {
    return 'validated';
  }
  return facts.openQueries > 0 ? 'queried' : 'submitted';
}

type Requirement = 'reason' | 'before-results' | 'nothing-being-checked';

/** Every step there is. `queried` is left by itself, once the last query is resolved or withdrawn. */
export const returnReviewTransitions: readonly Transition<ReturnReviewState, ReturnReviewAction, Requirement>[] = [
  { action: 'ask', from: ['submitted', 'queried'], to: 'queried' },
  { action: 'validate', from: ['submitted'], to: 'validated', requires: ['nothing-being-checked'] },
  { action: 'take-back', from: ['validated'], to: 'submitted', requires: ['reason', 'before-results'] },
];

interface ReviewStepFacts extends ReturnReviewFacts {
  readonly reason: string;
  readonly areResultsPublic: boolean;
}

type ReturnReviewDecision = { readonly kind: 'ok'; readonly state: ReturnReviewState } | RefusedStep<Requirement>;

/** The state that a step leads to, or why it may not be taken. */
export function decideReturnReview(action: ReturnReviewAction, facts: ReviewStepFacts): ReturnReviewDecision {
  const met: Readonly<Record<Requirement, boolean>> = {
    reason: facts.reason !== '',
    'before-results': !facts.areResultsPublic,
    'nothing-being-checked': !facts.isBeingChecked,
  };
  const step = decideStep(returnReviewTransitions, reviewStateOf(facts), action, (requirement) => met[requirement], {
    notFromHere: () => whyNotFromHere(facts),
    unmet: (requirement) => unmetInWords[requirement],
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}

const unmetInWords: Readonly<Record<Requirement, string>> = {
  reason: 'Say why it is taken back',
  'before-results': 'The results are public, and so is that it is validated',
  'nothing-being-checked': 'Its answers are being checked. Finish the moderation first, or take back what was found',
};

function whyNotFromHere(facts: ReturnReviewFacts): string {
  const last = facts.validations.at(-1);
  switch (reviewStateOf(facts)) {
    case 'validated':
      return `${last?.by.personName} has validated it already`;
    case 'queried':
      return `${countOf(facts.openQueries, 'query', 'queries')} about it ${facts.openQueries === 1 ? 'is' : 'are'} open`;
    case 'submitted':
      return last === undefined ? 'It is not validated' : `${last.by.personName} has taken its validation back already`;
  }
}
