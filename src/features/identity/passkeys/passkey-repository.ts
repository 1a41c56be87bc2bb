import type { Connection } from '../../../platform/database/database.ts';

export interface Passkey {
  readonly id: string;
  /** As its owner called it. */
  readonly name: string;
  readonly createdAt: Date;
}

/** The passkeys of a person, oldest first. */
export function listPasskeys(connection: Connection, personId: string): Promise<Passkey[]> {
  return connection
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at as createdAt'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function hasPasskey(connection: Connection, personId: string): Promise<boolean> {
  const found = await connection
    .selectFrom('passkey')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Somebody has shown a passkey in this session, which counts as if they had signed in with it. */
export async function updateShownPasskey(connection: Connection, sessionId: string): Promise<void> {
  await connection.updateTable('session').set({ by_passkey: true }).where('id', '=', sessionId).execute();
}
