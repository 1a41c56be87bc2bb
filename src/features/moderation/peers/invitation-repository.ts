import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import type { SignedKey } from '../../return-documents/index.ts';
import { type PeerInvitation, type PeerStep, peerActions } from './invitation.ts';

interface InvitationRow extends Pick<PeerInvitation, 'invitationId' | 'digest' | 'message' | 'by' | 'at'> {
  readonly personId: string;
  readonly name: string;
  readonly peerOrganisationId: string;
  readonly steps: readonly (Omit<PeerStep, 'kind' | 'at'> & { readonly kind: string; readonly at: string })[];
}

const columns = sql`
  invitation.invitation_id as "invitationId", invitation.digest, invitation.message, invitation.invited_at as at,
  invitation.person_id as "personId", peer.name, invitation.peer_organisation_id as "peerOrganisationId",
  jsonb_build_object('personId', inviter.id, 'personName', inviter.name, 'onBehalfOf', invitation.on_behalf_of) as by,
  coalesce((
    select jsonb_agg(jsonb_build_object('kind', step.kind, 'reason', step.reason, 'at', step.taken_at,
      'by', jsonb_build_object('personId', taker.id, 'personName', taker.name, 'onBehalfOf', step.on_behalf_of))
      order by step.number)
    from peer_invitation_step as step join person as taker on taker.id = step.taken_by
    where step.invitation_id = invitation.invitation_id), '[]') as steps`;

const tables = sql`peer_invitation as invitation
  join person as peer on peer.id = invitation.person_id
  join person as inviter on inviter.id = invitation.invited_by`;

/** Everybody who was ever invited to check a signed document, the earliest first. */
export async function listInvitations(
  connection: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
): Promise<PeerInvitation[]> {
  const { rows } = await sql<InvitationRow>`
    select ${columns} from ${tables}
    where invitation.organisation_id = ${organisationId} and invitation.assessment_id = ${assessmentId}::uuid
      and invitation.digest = ${digest}
    order by invitation.invited_at, invitation.invitation_id`.execute(connection);
  return rows.map(invitationOf);
}

/** Null where nobody is invited so to check the assessment. */
export async function findInvitation(
  connection: Connection,
  { organisationId, assessmentId }: Omit<SignedKey, 'digest'>,
  invitationId: string,
): Promise<PeerInvitation | null> {
  const { rows } = await sql<InvitationRow>`
    select ${columns} from ${tables}
    where invitation.organisation_id = ${organisationId} and invitation.assessment_id = ${assessmentId}::uuid
      and invitation.invitation_id::text = ${invitationId}`.execute(connection);
  return rows.map(invitationOf)[0] ?? null;
}

/** What somebody was invited to check of an organisation in a round. */
export async function listInvitationsOf(
  connection: Connection,
  personId: string,
  { organisationId, roundId }: { readonly organisationId: string; readonly roundId: string },
): Promise<PeerInvitation[]> {
  const { rows } = await sql<InvitationRow>`
    select ${columns} from ${tables}
    join assessment on assessment.organisation_id = invitation.organisation_id
      and assessment.assessment_id = invitation.assessment_id
    where invitation.person_id = ${personId} and invitation.organisation_id = ${organisationId}
      and assessment.round_id = ${roundId}
    order by invitation.invited_at, invitation.invitation_id`.execute(connection);
  return rows.map(invitationOf);
}

function invitationOf({ personId, name, peerOrganisationId, steps, ...row }: InvitationRow): PeerInvitation {
  return {
    ...row,
    peer: { personId, name, organisationId: peerOrganisationId },
    steps: steps.flatMap((step) => {
      const kind = peerActions.find((action) => action === step.kind);
      return kind === undefined ? [] : [{ ...step, kind, at: new Date(step.at) }];
    }),
  };
}

type By = Pick<ActingPerson, 'personId' | 'onBehalfOf' | 'at'>;

export async function insertInvitation(
  transaction: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
  {
    invitationId,
    peer,
    message,
  }: Pick<PeerInvitation, 'invitationId' | 'message'> & {
    readonly peer: Omit<PeerInvitation['peer'], 'name'>;
  },
  by: By,
): Promise<void> {
  await transaction
    .insertInto('peer_invitation')
    .values({
      invitation_id: invitationId,
      organisation_id: organisationId,
      assessment_id: assessmentId,
      digest,
      person_id: peer.personId,
      peer_organisation_id: peer.organisationId,
      message,
      invited_by: by.personId,
      on_behalf_of: by.onBehalfOf,
      invited_at: by.at,
    })
    .execute();
}

export async function insertPeerStep(
  transaction: Connection,
  { invitationId, steps }: Pick<PeerInvitation, 'invitationId' | 'steps'>,
  { kind, reason }: Pick<PeerStep, 'kind' | 'reason'>,
  by: By,
): Promise<void> {
  await transaction
    .insertInto('peer_invitation_step')
    .values({
      invitation_id: invitationId,
      number: steps.length + 1,
      kind,
      reason,
      taken_by: by.personId,
      on_behalf_of: by.onBehalfOf,
      taken_at: by.at,
    })
    .execute();
}
