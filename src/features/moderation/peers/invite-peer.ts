import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../../platform/database/database.ts';
import { type ActingPerson, findPersonIdByEmail, listGrants, type OneTimeLink } from '../../identity/index.ts';
import { inventedPersonMessage, invite, type PeopleContext, type TypedPerson } from '../../people/index.ts';
import type { SignedKey } from '../../return-documents/index.ts';
import { holdModeration } from '../hold-moderation.ts';
import { decideModeration } from '../moderation-state.ts';
import { isPeerOpen } from './invitation.ts';
import { insertInvitation, listInvitations } from './invitation-repository.ts';
import { readConflict } from './read-conflict.ts';

export interface InvitePeer {
  readonly key: SignedKey;
  readonly roundId: string;
  /** Of the organisation whose return it is, and of the round. */
  readonly name: string;
  readonly roundLabel: string;
  readonly person: TypedPerson;
  /** The organisation that they come from. */
  readonly peerOrganisationId: string;
  readonly message: string;
}

export type InvitePeerOutcome =
  /** `link`: by which they choose a password; null where they have one. */
  | { readonly kind: 'done'; readonly link: OneTimeLink | null }
  /** Says why, and about which field; nothing was changed. */
  | { readonly kind: 'refused'; readonly field: 'email' | 'place'; readonly reason: string }
  | { readonly kind: 'signed-anew' };

/** Invites somebody of another organisation to check a signed document: with an account first where they have none. */
export function invitePeer(
  database: Database,
  people: PeopleContext,
  invitation: InvitePeer,
  by: ActingPerson,
): Promise<InvitePeerOutcome> {
  return database.transaction().execute(async (transaction): Promise<InvitePeerOutcome> => {
    const { key, name, roundLabel, person, peerOrganisationId, message } = invitation;
    const held = await holdModeration(transaction, key);
    if (held === null) {
      return { kind: 'signed-anew' };
    }
    const step = decideModeration('check', { ...held, isAllRead: true, isInTime: true });
    if (step.kind === 'refused') {
      return { kind: 'refused', field: 'email', reason: step.reason };
    }
    const refusal = await findRefusal(transaction, invitation);
    if (refusal !== null) {
      return { kind: 'refused', ...refusal };
    }
    const role = { role: 'peer', scopeKind: 'organisation', scopeId: peerOrganisationId } as const;
    const firstWork = [`You are asked to check answers that ${name} signed for “${roundLabel}”.`];
    const invited = await invite(people, transaction, { ...person, held: role, endsAt: null, firstWork }, by);
    if (invited.kind === 'persona') {
      return { kind: 'refused', field: 'email', reason: inventedPersonMessage };
    }
    const { personId } = invited;
    const invitationId = people.newId();
    const link = invited.kind === 'invited' ? invited.link : null;
    const peer = { personId, organisationId: peerOrganisationId };
    await recordInvitation(transaction, { key, invitationId, peer, message, isTold: link !== null }, by);
    return { kind: 'done', link };
  });
}

interface RecordInvitation {
  readonly key: SignedKey;
  readonly invitationId: string;
  readonly peer: { readonly personId: string; readonly organisationId: string };
  readonly message: string;
  /** Whether the letter by which they come to their account tells them of it. */
  readonly isTold: boolean;
}

/** Keeps that somebody with an account is invited, in the transaction of the caller. */
export async function recordInvitation(
  transaction: Connection,
  { key, invitationId, peer, message, isTold }: RecordInvitation,
  by: ActingPerson,
): Promise<void> {
  await insertInvitation(transaction, key, { invitationId, peer, message }, by);
  // What they are told is for them; the trail is read by others.
  await appendAuditEvent(transaction, {
    chain: `assessment:${key.assessmentId}`,
    action: 'assessment.invite-peer',
    personId: by.personId,
    onBehalfOf: by.onBehalfOf,
    at: by.at,
    detail: {
      digest: key.digest,
      invitation: invitationId,
      person: peer.personId,
      organisation: peer.organisationId,
      isTold,
    },
  });
}

/** Why they cannot be invited, be it that they have an account already; null where they can. */
async function findRefusal(
  transaction: Connection,
  { key, roundId, name, person, peerOrganisationId }: InvitePeer,
): Promise<{ readonly field: 'email' | 'place'; readonly reason: string } | null> {
  const personId = (await findPersonIdByEmail(transaction, person.email)) ?? '';
  const isInvited = (await listInvitations(transaction, key)).some(
    (each) => each.peer.personId === personId && isPeerOpen(each),
  );
  if (isInvited) {
    return { field: 'email', reason: 'They are invited to check this return already' };
  }
  const asked = { signed: key, roundId, name, personId, who: 'they' } as const;
  const ofPlace = await readConflict(transaction, { ...asked, personId: '', scopeIds: [peerOrganisationId] });
  if (ofPlace !== '') {
    return { field: 'place', reason: `Peers come from another organisation, and not one of the group of ${name}` };
  }
  const scopeIds = personId === '' ? [] : (await listGrants(transaction, personId)).map(({ scopeId }) => scopeId);
  const ofPerson = await readConflict(transaction, { ...asked, scopeIds });
  return ofPerson === '' ? null : { field: 'email', reason: ofPerson.replace(/\.$/, '') };
}
