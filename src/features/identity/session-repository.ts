import type { Connection } from '../../platform/database/database.ts';

export async function updateSessionEnd(connection: Connection, sessionId: string, expiresAt: Date): Promise<void> {
  await connection.updateTable('session').set({ expires_at: expiresAt }).where('id', '=', sessionId).execute();
}

export async function deleteSession(connection: Connection, sessionId: string): Promise<void> {
  await connection.deleteFrom('session').where('id', '=', sessionId).execute();
}

/** Removes what nobody will come back with: sessions that ended, and those opened before `openedBefore`. */
export async function deleteEndedSessions(connection: Connection, now: Date, openedBefore: Date): Promise<void> {
  await connection
    .deleteFrom('session')
    .where(({ eb, or }) => or([eb('expires_at', '<=', now), eb('created_at', '<=', openedBefore)]))
    .execute();
}
