import { decideStep, type RefusedStep, type Transition } from '../../../platform/transition-table.ts';
import type { Stamp } from '../../scoring/index.ts';

/** That an organisation takes the answers to some sections of a round from another of its group. */
export interface Sharing {
  readonly sharingId: string;
  readonly roundId: string;
  readonly takerId: string;
  readonly giverId: string;
  readonly sectionIds: readonly string[];
  /** Which of the two proposed it. */
  readonly proposedFor: string;
  readonly proposed: Stamp;
  /** By the other; null while it has not. */
  readonly agreed: Stamp | null;
  /** By either, before it was agreed or after; null while it stands. */
  readonly ended: (Stamp & { readonly endedFor: string; readonly reason: string }) | null;
}

/** In the order in which it normally passes through them. */
export const sharingStates = ['proposed', 'agreed', 'ended'] as const;

export type SharingState = (typeof sharingStates)[number];

export function stateOfSharing({ agreed, ended }: Pick<Sharing, 'agreed' | 'ended'>): SharingState {
  if (ended !== null) {
    return 'ended';
  }
  return agreed === null ? 'proposed' : 'agreed';
}

export type SharingAction = 'agree' | 'end';

export interface SharingFacts {
  readonly isRoundOpen: boolean;
  /** The side for which it is done. */
  readonly actingFor: string;
  /** Whether the taker has an assessment of the round that was not sent to be signed. */
  readonly isTakerAnswering: boolean;
  /** Whether the taker can take each of the sections from the giver: care settings may have been changed since it was proposed. */
  readonly isAlike: boolean;
  readonly reason: string;
}

type SharingRequirement = 'open-round' | 'other-side' | 'taker-answers' | 'alike' | 'reason';

/**
 * Every change there is. Both have to say that they want it, and either can end it for a reason: taken back or declined before it was agreed, left
 * afterwards.
 */
export const sharingTransitions: readonly Transition<SharingState, SharingAction, SharingRequirement>[] = [
  {
    action: 'agree',
    from: ['proposed'],
    to: 'agreed',
    requires: ['open-round', 'other-side', 'taker-answers', 'alike'],
  },
  { action: 'end', from: ['proposed', 'agreed'], to: 'ended', requires: ['open-round', 'reason'] },
];

export type SharingDecision = { readonly kind: 'ok' } | RefusedStep<SharingRequirement>;

export function decideSharing(
  sharing: Pick<Sharing, 'agreed' | 'ended' | 'proposedFor'>,
  action: SharingAction,
  facts: SharingFacts,
): SharingDecision {
  const isMet = (needed: SharingRequirement) => {
    switch (needed) {
      case 'open-round':
        return facts.isRoundOpen;
      case 'other-side':
        return facts.actingFor !== sharing.proposedFor;
      case 'taker-answers':
        return facts.isTakerAnswering;
      case 'alike':
        return facts.isAlike;
      case 'reason':
        return facts.reason.trim() !== '';
    }
  };
  const state = stateOfSharing(sharing);
  const step = decideStep(sharingTransitions, state, action, isMet, {
    notFromHere: () => (state === 'ended' ? 'This was ended meanwhile' : 'This was agreed meanwhile'),
    unmet: (needed) => unmetReasons[needed],
  });
  return step.kind === 'ok' ? { kind: 'ok' } : step;
}

const unmetReasons: Readonly<Record<SharingRequirement, string>> = {
  'open-round': 'The round is not open',
  'other-side': 'The other organisation has to agree',
  'taker-answers': 'All of its assessment was sent to be signed. Have it returned first, if it is not submitted yet',
  alike: 'The two are not asked the same any more in all of these sections. Decline it, and propose what they are',
  reason: 'A reason must be given',
};

/** Two organisations that would answer together, and which sections. */
export interface SharingWanted {
  readonly takerId: string;
  readonly giverId: string;
}

export type SharingHindrance =
  /** The one that would take has an open proposal, or takes already. */
  | { readonly kind: 'takes-already'; readonly organisationId: string }
  /** The one that would take gives to others. */
  | { readonly kind: 'gives'; readonly organisationId: string }
  /** The one that would give takes from another. */
  | { readonly kind: 'takes'; readonly organisationId: string };

/**
 * What keeps two organisations from answering together in a round: one takes from one other at a time, and nobody takes what a third one
 * gives, so that everybody sees whose answers they are.
 *
 * @param standing what stands in the round, proposed or agreed
 */
export function hindranceOf(
  { takerId, giverId }: SharingWanted,
  standing: readonly Pick<Sharing, 'takerId' | 'giverId'>[],
): SharingHindrance | null {
  if (standing.some((each) => each.takerId === takerId)) {
    return { kind: 'takes-already', organisationId: takerId };
  }
  if (standing.some((each) => each.giverId === takerId)) {
    return { kind: 'gives', organisationId: takerId };
  }
  return standing.some((each) => each.takerId === giverId) ? { kind: 'takes', organisationId: giverId } : null;
}
