import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { grantsOf } from './grants/grant-repository.ts';
import type { Grant } from './role.ts';
import type { SessionTimes } from './session-life.ts';

/** A session, whose it is, and what that person holds. */
export interface FoundSession extends SessionTimes {
  readonly sessionId: string;
  readonly byPasskey: boolean;
  readonly byProvider: boolean;
  readonly personId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly isPersona: boolean;
  /** Whether the person has set up codes from an app. */
  readonly hasCode: boolean;
  readonly grants: readonly Grant[];
}

/** One that somebody ended before its day did not end by itself. */
const roleLapsedAt = sql`(
  select max(lapsed.ends_at) from role_grant as lapsed
  where lapsed.person_id = person.id and lapsed.ends_at <= now() and coalesce(lapsed.ended_at, lapsed.ends_at) = lapsed.ends_at)`;

/**
 * All that is asked about whoever sends a request, by the token of their session: one question, as every page asks it. `day`: that
 * by which the places of their roles are named.
 */
export async function findSession(connection: Connection, token: string, day: string): Promise<FoundSession | null> {
  const { rows } = await sql<FoundSession>`
    select session.id as "sessionId", session.created_at as "createdAt", session.expires_at as "expiresAt",
           session.by_passkey as "byPasskey", session.by_provider as "byProvider", person.id as "personId", person.name,
           person.job_title as "jobTitle", person.is_persona as "isPersona", person.two_factor_enabled as "hasCode",
           ${grantsOf(sql.ref('person.id'), day)} as grants, ${roleLapsedAt} as "roleLapsedAt"
    from session join person on person.id = session.person_id
    where session.token = ${token}`.execute(connection);
  return rows[0] ?? null;
}

/** Somebody is here: their session lasts longer, and it is known when they were last seen. */
export async function updateSessionEnd(
  connection: Connection,
  sessionId: string,
  { expiresAt, seenAt }: { readonly expiresAt: Date; readonly seenAt: Date },
): Promise<void> {
  await sql`
    with renewed as (
      update session set expires_at = ${expiresAt} where session.id = ${sessionId} returning session.person_id
    )
    update person set last_seen_at = ${seenAt} from renewed where person.id = renewed.person_id`.execute(connection);
}

export async function updateLastSeen(connection: Connection, personId: string, seenAt: Date): Promise<void> {
  await connection.updateTable('person').set({ last_seen_at: seenAt }).where('id', '=', personId).execute();
}

export async function deleteSession(connection: Connection, sessionId: string): Promise<void> {
  await connection.deleteFrom('session').where('id', '=', sessionId).execute();
}

/** Signs somebody out everywhere. */
export async function deleteSessionsOf(connection: Connection, personId: string): Promise<void> {
  await connection.deleteFrom('session').where('person_id', '=', personId).execute();
}

/** Removes what nobody will come back with: sessions that ended, and those opened before `openedBefore`. */
export async function deleteEndedSessions(connection: Connection, now: Date, openedBefore: Date): Promise<void> {
  await connection
    .deleteFrom('session')
    .where(({ eb, or }) => or([eb('expires_at', '<=', now), eb('created_at', '<=', openedBefore)]))
    .execute();
}
