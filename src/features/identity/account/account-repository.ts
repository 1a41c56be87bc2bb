import type { Connection } from '../../../platform/database/database.ts';

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly isPersona: boolean;
  readonly hasSecondFactor: boolean;
  /** False for somebody who only ever signed in elsewhere. */
  readonly hasPassword: boolean;
}

export async function getAccount(connection: Connection, personId: string): Promise<Account> {
  return connection
    .selectFrom('person')
    .select(({ exists, selectFrom }) => [
      'name',
      'email',
      'is_persona as isPersona',
      'two_factor_enabled as hasSecondFactor',
      exists(
        selectFrom('credential')
          .select('credential.id')
          .whereRef('credential.person_id', '=', 'person.id')
          .where('credential.provider_id', '=', 'credential'),
      )
        .$castTo<boolean>()
        .as('hasPassword'),
    ])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

export interface OpenSession {
  readonly id: string;
  readonly since: Date;
  readonly networkAddress: string;
  /** What the browser says of itself. */
  readonly browser: string;
}

/** Where somebody is signed in, newest first. */
export async function listSessionsOf(connection: Connection, personId: string, now: Date): Promise<OpenSession[]> {
  const rows = await connection
    .selectFrom('session')
    .select(['id', 'created_at as since', 'ip_address', 'user_agent'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map(({ id, since, ip_address, user_agent }) => ({
    id,
    since,
    networkAddress: ip_address ?? '',
    browser: user_agent ?? '',
  }));
}
