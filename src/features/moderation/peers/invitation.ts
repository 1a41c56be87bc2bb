import { decideStep, type RefusedStep, type Transition } from '../../../platform/transition-table.ts';

/** Who said something, in which role and for whom. */
interface SaidBy {
  readonly personId: string;
  readonly personName: string;
  readonly onBehalfOf: string;
}

/** That somebody of another organisation is invited to check one signed document. */
export interface PeerInvitation {
  readonly invitationId: string;
  /** Of the document. */
  readonly digest: string;
  readonly peer: { readonly personId: string; readonly name: string; readonly organisationId: string };
  /** What they were told with it, which may be nothing. */
  readonly message: string;
  readonly by: SaidBy;
  readonly at: Date;
  /** What became of it, in order. */
  readonly steps: readonly PeerStep[];
}

export interface PeerStep {
  readonly kind: PeerAction;
  readonly reason: string;
  readonly by: SaidBy;
  readonly at: Date;
}

/** In the order in which it normally passes through them. */
export const peerStates = ['invited', 'accepted', 'declined', 'withdrawn'] as const;

export type PeerState = (typeof peerStates)[number];

export const peerActions = ['accept', 'decline', 'withdraw'] as const;

export type PeerAction = (typeof peerActions)[number];

/** It is not stored: it follows from the last step. */
export function peerStateOf({ steps }: Pick<PeerInvitation, 'steps'>): PeerState {
  switch (steps.at(-1)?.kind) {
    case 'accept':
      return 'accepted';
    case 'decline':
      return 'declined';
    case 'withdraw':
      return 'withdrawn';
    default:
      return 'invited';
  }
}

/** Whether nobody has ended it. */
export function isPeerOpen(invitation: Pick<PeerInvitation, 'steps'>): boolean {
  return ['invited', 'accepted'].includes(peerStateOf(invitation));
}

type Requirement = 'no-conflict' | 'not-finished' | 'reason';

/** Every step there is. Declining after accepting gives the invitation back; what was found until then stays. */
export const peerTransitions: readonly Transition<PeerState, PeerAction, Requirement>[] = [
  { action: 'accept', from: ['invited'], to: 'accepted', requires: ['not-finished', 'no-conflict'] },
  { action: 'decline', from: ['invited', 'accepted'], to: 'declined', requires: ['reason'] },
  { action: 'withdraw', from: ['invited', 'accepted'], to: 'withdrawn', requires: ['reason'] },
];

interface PeerStepFacts extends Pick<PeerInvitation, 'steps'> {
  readonly reason: string;
  /** Whether the moderation of the document is finished. */
  readonly isFinished: boolean;
  /** Why the peer may not check it; empty where nothing binds them. */
  readonly conflict: string;
}

type PeerDecision = { readonly kind: 'ok'; readonly state: PeerState } | RefusedStep<Requirement>;

/** The state that a step leads to, or why it may not be taken. */
export function decidePeerStep(action: PeerAction, facts: PeerStepFacts): PeerDecision {
  const met: Readonly<Record<Requirement, boolean>> = {
    'no-conflict': facts.conflict === '',
    'not-finished': !facts.isFinished,
    reason: facts.reason !== '',
  };
  const step = decideStep(peerTransitions, peerStateOf(facts), action, (needed) => met[needed], {
    notFromHere: () => notFromHere(facts),
    unmet: (requirement) => (requirement === 'no-conflict' ? facts.conflict.replace(/\.$/, '') : unmet[requirement]),
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}

const unmet: Readonly<Record<Exclude<Requirement, 'no-conflict'>, string>> = {
  'not-finished': 'The moderation is finished already, so there is nothing left to check',
  reason: 'Say why',
};

function notFromHere({ steps }: Pick<PeerInvitation, 'steps'>): string {
  const last = steps.at(-1);
  switch (last?.kind) {
    case 'accept':
      return `${last.by.personName} has accepted the invitation already`;
    case 'decline':
      return `${last.by.personName} has declined the invitation`;
    case 'withdraw':
      return `${last.by.personName} has withdrawn the invitation`;
    default:
      return 'The invitation is not answered';
  }
}
