import { decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';

/** In the order a proposal passes through them; the last two are final. */
export const proposalStates = ['proposed', 'applied', 'withdrawn'] as const;

export type ProposalState = (typeof proposalStates)[number];

export const proposalStateLabels: Readonly<Record<ProposalState, string>> = {
  proposed: 'Waits for a second person',
  applied: 'Confirmed and applied',
  withdrawn: 'Withdrawn',
};

export type ProposalAction = 'confirm' | 'withdraw';

export type ProposalRequirement = 'second-person' | 'plan-as-read';

/** What must be looked up before deciding, in the same transaction as the state. */
export interface ProposalFacts {
  /** Whether somebody else proposed it than takes the step. */
  readonly isSecondPerson: boolean;
  /** Whether the plan on the page was that of the proposal. */
  readonly isPlanAsRead: boolean;
}

/** Every change of state there is; what is not listed is refused. */
export const proposalTransitions: readonly Transition<ProposalState, ProposalAction, ProposalRequirement>[] = [
  { action: 'confirm', from: ['proposed'], to: 'applied', requires: ['second-person', 'plan-as-read'] },
  { action: 'withdraw', from: ['proposed'], to: 'withdrawn' },
];

export type ProposalDecision =
  | { readonly kind: 'ok'; readonly state: ProposalState }
  | RefusedStep<ProposalRequirement>;

/** The state an action leads to, or why it may not happen. Who may attempt it at all is decided elsewhere. */
export function nextProposalState(
  state: ProposalState,
  action: ProposalAction,
  facts: ProposalFacts,
): ProposalDecision {
  const step = decideStep(proposalTransitions, state, action, (needed) => isMet(needed, facts), {
    notFromHere: () => settledAlready(state, action),
    unmet: (needed) => unmetReasons[needed],
  });
  return step.kind === 'refused' ? step : { kind: 'ok', state: step.transition.to };
}

/** True while somebody can still confirm a proposal or withdraw it. */
export function isOpen(state: ProposalState): boolean {
  return state === 'proposed';
}

function isMet(requirement: ProposalRequirement, facts: ProposalFacts): boolean {
  return requirement === 'second-person' ? facts.isSecondPerson : facts.isPlanAsRead;
}

const unmetReasons: Readonly<Record<ProposalRequirement, string>> = {
  'second-person': 'You proposed this yourself. A second person must read the plan and confirm it',
  'plan-as-read': 'The plan on your page was another one. Read this one and confirm it',
};

function settledAlready(state: ProposalState, action: ProposalAction): string {
  if (action === 'withdraw') {
    return 'This proposal is settled already';
  }
  return state === 'applied' ? 'This proposal has been applied already' : 'This proposal has been withdrawn';
}
