import { paths } from '../../../../paths.ts';
import { formatTime } from '../../../../views/format.ts';
import type { SummaryRow } from '../../../../views/summary-list.tsx';
import type { TagColour } from '../../../../views/tag.tsx';
import type { AssessedOrganisation } from '../../../assessment/index.ts';
import { isPeerOpen, type PeerInvitation, type PeerState, type PeerStep, peerStateOf } from '../invitation.ts';

interface StateWords {
  readonly label: string;
  readonly colour: TagColour;
}

const states: Readonly<Record<PeerState, StateWords>> = {
  invited: { label: 'Invited', colour: 'yellow' },
  accepted: { label: 'Accepted', colour: 'green' },
  declined: { label: 'Declined', colour: 'grey' },
  withdrawn: { label: 'Withdrawn', colour: 'grey' },
};

/** Names of organisations by id. */
export type Names = ReadonlyMap<string, { readonly name: string }>;

export interface PeerLine {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly state: StateWords;
  readonly since: string;
  readonly href: string;
}

type Place = Pick<AssessedOrganisation, 'addressKey' | 'round' | 'setting'>;

/** Everybody who was invited to check a return. */
export function peerLines(
  { addressKey, round, setting }: Place,
  invitations: readonly PeerInvitation[],
  names: Names,
): PeerLine[] {
  return invitations.map((invitation) => ({
    id: invitation.invitationId,
    name: invitation.peer.name,
    from: fromOf(invitation, names),
    state: states[peerStateOf(invitation)],
    since: formatTime(invitation.steps.at(-1)?.at ?? invitation.at),
    href: paths.peer(addressKey, round.id, invitation.invitationId, setting),
  }));
}

export interface PeerView {
  readonly state: StateWords;
  readonly facts: readonly SummaryRow[];
  readonly said: readonly { readonly head: string; readonly text: string }[];
  /** What the reader can do now. */
  readonly mayAccept: boolean;
  readonly mayDecline: boolean;
  readonly mayWithdraw: boolean;
  /** Where the answers are checked; null where the reader may not read them now. */
  readonly moderation: string | null;
  /** Where all who are invited stand; null for the peer. */
  readonly peers: string | null;
}

interface Reader {
  /** Whether it is whoever is invited. */
  readonly isPeer: boolean;
  readonly mayInvite: boolean;
  /** Whether the document is what is signed now. */
  readonly isStanding: boolean;
}

/** One invitation, with what its reader can do about it. */
export function peerView(
  { addressKey, round, setting, heading }: Place & Pick<AssessedOrganisation, 'heading'>,
  invitation: PeerInvitation,
  names: Names,
  { isPeer, mayInvite, isStanding }: Reader,
): PeerView {
  const state = peerStateOf(invitation);
  const isOpen = isStanding && isPeerOpen(invitation);
  return {
    state: states[state],
    facts: [
      { key: 'Who is invited', value: `${invitation.peer.name}, ${fromOf(invitation, names)}` },
      { key: 'What to check', value: `What ${heading} signed for “${round.label}”` },
      {
        key: 'Invited by',
        value: `${invitation.by.personName} (${invitation.by.onBehalfOf}), ${formatTime(invitation.at)}`,
      },
    ],
    said: [
      ...(invitation.message === '' ? [] : [{ head: `${invitation.by.personName} writes:`, text: invitation.message }]),
      ...invitation.steps.map((step) => ({ head: headOf(step), text: step.reason })),
    ],
    mayAccept: isPeer && isOpen && state === 'invited',
    mayDecline: isPeer && isOpen,
    mayWithdraw: !isPeer && mayInvite && isOpen,
    moderation: !isPeer || state === 'accepted' ? paths.moderation(addressKey, round.id, setting) : null,
    peers: isPeer ? null : paths.peers(addressKey, round.id, setting),
  };
}

const taken = { accept: 'Accepted', decline: 'Declined', withdraw: 'Withdrawn' } as const;

function headOf({ kind, by, at, reason }: PeerStep): string {
  return `${taken[kind]} by ${by.personName} (${by.onBehalfOf}), ${formatTime(at)}${reason === '' ? '' : ':'}`;
}

function fromOf({ peer }: PeerInvitation, names: Names): string {
  return names.get(peer.organisationId)?.name ?? peer.organisationId;
}
