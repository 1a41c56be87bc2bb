import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

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
