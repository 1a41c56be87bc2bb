import { decideStep, type RefusedStep, type Transition } from '../../../platform/transition-table.ts';
import { countOf } from '../../../views/format.ts';

/** In the order a form normally passes through them. */
export const formStates = ['writing', 'with-ccgs', 'with-region', 'accepted', 'withdrawn'] as const;

export type FormState = (typeof formStates)[number];

export const formStateLabels: Readonly<Record<FormState, string>> = {
  writing: 'Being written',
  'with-ccgs': 'With the commissioners, to endorse',
  'with-region': 'With the region, to decide',
  accepted: 'Endorsed by the region',
  withdrawn: 'Withdrawn',
};

export const formActions = ['put', 'complete', 'take-back', 'send-back', 'accept', 'withdraw'] as const;

export type FormActionKind = (typeof formActions)[number];

/** `reason` is empty where the action asks for none. */
export interface FormAction {
  readonly kind: FormActionKind;
  readonly reason: string;
}

/** What must be looked up before deciding, in the same transaction as the state. */
export interface FormFacts {
  /** How many blockers the check of the form found just now. */
  readonly blockerCount: number;
  /** How many of the commissioners that are asked have yet to endorse the document as it stands. */
  readonly outstandingCount: number;
}

export type FormRequirement = 'no-blockers' | 'all-endorsed' | 'reason';

export interface FormTransition extends Transition<FormState, FormActionKind, FormRequirement> {
  /** True when every endorsement given so far lapses by it. */
  readonly lapsesEndorsements: boolean;
}

const keep = { lapsesEndorsements: false };

/** Every change of state there is; what is not listed is refused. */
export const formTransitions: readonly FormTransition[] = [
  { action: 'put', from: ['writing'], to: 'with-ccgs', requires: ['no-blockers'], ...keep },
  { action: 'complete', from: ['with-ccgs'], to: 'with-region', requires: ['all-endorsed'], ...keep },
  {
    action: 'take-back',
    from: ['with-ccgs', 'with-region'],
    to: 'writing',
    requires: ['reason'],
    lapsesEndorsements: true,
  },
  { action: 'send-back', from: ['with-region'], to: 'writing', requires: ['reason'], lapsesEndorsements: true },
  { action: 'accept', from: ['with-region'], to: 'accepted', requires: ['no-blockers', 'all-endorsed'], ...keep },
  {
    action: 'withdraw',
    from: ['writing', 'with-ccgs', 'with-region'],
    to: 'withdrawn',
    requires: ['reason'],
    lapsesEndorsements: true,
  },
];

export type FormDecision =
  | { readonly kind: 'ok'; readonly state: FormState; readonly endorsementsLapse: boolean }
  | RefusedStep<FormRequirement>;

/** The state an action leads to, or why it may not happen. Who may attempt it is decided elsewhere. */
export function nextFormState(state: FormState, action: FormAction, facts: FormFacts): FormDecision {
  const step = decideStep(formTransitions, state, action.kind, (needed) => isMet(needed, action, facts), {
    notFromHere: () => notFromHere(state, action.kind),
    unmet: (needed) => unmetReason(needed, facts),
  });
  if (step.kind === 'refused') {
    return step;
  }
  const { to, lapsesEndorsements } = step.transition;
  return { kind: 'ok', state: to, endorsementsLapse: lapsesEndorsements };
}

/** True while the words of a form may change. */
export function acceptsChanges(state: FormState): boolean {
  return state === 'writing';
}

/** True while something is still to happen to a form. */
export function isInHand(state: FormState): boolean {
  return state !== 'accepted' && state !== 'withdrawn';
}

function isMet(requirement: FormRequirement, action: FormAction, facts: FormFacts): boolean {
  switch (requirement) {
    case 'no-blockers':
      return facts.blockerCount === 0;
    case 'all-endorsed':
      return facts.outstandingCount === 0;
    case 'reason':
      return action.reason.trim() !== '';
  }
}

function unmetReason(requirement: FormRequirement, facts: FormFacts): string {
  switch (requirement) {
    case 'no-blockers':
      return `${countOf(facts.blockerCount, 'thing')} must be put right first`;
    case 'all-endorsed':
      return `${countOf(facts.outstandingCount, 'commissioner has', 'commissioners have')} not endorsed the form yet`;
    case 'reason':
      return 'Give a reason: everyone who endorsed the form will read it';
  }
}

const attempts: Readonly<Record<FormActionKind, string>> = {
  put: 'be put to the commissioners',
  complete: 'go to the region',
  'take-back': 'be taken back',
  'send-back': 'be sent back',
  accept: 'be endorsed by the region',
  withdraw: 'be withdrawn',
};

function notFromHere(state: FormState, action: FormActionKind): string {
  return `This form cannot ${attempts[action]}: it stands at “${formStateLabels[state]}”`;
}
