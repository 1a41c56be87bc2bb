import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';

interface PeerTask {
  readonly personId: string;
  readonly invitationId: string;
  readonly organisationId: string;
  readonly roundId: string;
  readonly careSetting: string;
  readonly inviterName: string;
  readonly isAccepted: boolean;
}

/** What each of these people is invited to check and has not declined, of what is signed now and whose moderation is not finished; the earliest first. */
export async function listPeerTasks(connection: Connection, personIds: readonly string[]): Promise<PeerTask[]> {
  const isOf = (table: string) => sql`${sql.ref(`${table}.organisation_id`)} = invitation.organisation_id
    and ${sql.ref(`${table}.assessment_id`)} = invitation.assessment_id and ${sql.ref(`${table}.digest`)} = invitation.digest`;
  const { rows } = await sql<PeerTask>`
    select invitation.person_id as "personId", invitation.invitation_id as "invitationId", invitation.organisation_id as "organisationId",
           assessment.round_id as "roundId", assessment.care_setting as "careSetting", inviter.name as "inviterName",
           coalesce(last.kind = 'accept', false) as "isAccepted"
    from peer_invitation as invitation
    join person as inviter on inviter.id = invitation.invited_by
    join standing_signature as signature on ${isOf('signature')}
    join assessment on assessment.organisation_id = invitation.organisation_id
      and assessment.assessment_id = invitation.assessment_id
    left join lateral (
      select step.kind from peer_invitation_step as step
      where step.invitation_id = invitation.invitation_id order by step.number desc limit 1
    ) as last on true
    where invitation.person_id = any(${personIds}::text[]) and coalesce(last.kind = 'accept', true)
      and not exists (select from moderation_outcome as made where ${isOf('made')})
    order by invitation.invited_at, invitation.invitation_id`.execute(connection);
  return rows;
}
