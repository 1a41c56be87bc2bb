import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';

export interface SetUpLink {
  readonly tokenDigest: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

/** Whether anybody administers the service, with a password already or only invited. */
export async function hasAdministrator(connection: Connection): Promise<boolean> {
  const held = await connection
    .selectFrom('role_grant_in_force')
    .select('role_grant_in_force.role_grant_id')
    .where('role_grant_in_force.role', '=', 'administrator')
    .executeTakeFirst();
  return held !== undefined;
}

/** Keeps a link; the one made before is void. */
export async function insertSetUpLink(connection: Connection, link: SetUpLink): Promise<void> {
  const values = { token_digest: link.tokenDigest, made_at: link.madeAt, expires_at: link.expiresAt };
  await connection
    .insertInto('set_up_link')
    .values(values)
    .onConflict((conflict) => conflict.column('is_only').doUpdateSet(values))
    .execute();
}

/** Whether the link with this digest works at a moment. */
export async function hasSetUpLink(connection: Connection, tokenDigest: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    select from set_up_link
    where set_up_link.token_digest = ${tokenDigest} and set_up_link.expires_at > ${at}`.execute(connection);
  return rows.length > 0;
}

/** The same, held until the transaction ends: of two who use one link at once the second finds that it is gone. */
export async function lockSetUpLink(connection: Connection, tokenDigest: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    select from set_up_link
    where set_up_link.token_digest = ${tokenDigest} and set_up_link.expires_at > ${at}
    for update`.execute(connection);
  return rows.length > 0;
}

export async function deleteSetUpLink(connection: Connection): Promise<void> {
  await connection.deleteFrom('set_up_link').execute();
}
