import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { today } from '../../platform/days.ts';
import { grantsOf, listGrantsOf } from './grants/grant-repository.ts';
import type { Actor, Grant } from './role.ts';

export interface NewPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly isPersona: boolean;
}

/** Adds an account without a password; does nothing when the address is known. */
export async function insertPerson(connection: Connection, person: NewPerson): Promise<void> {
  await connection
    .insertInto('person')
    .values({
      id: person.personId,
      name: person.name,
      email: person.email.toLowerCase(),
      email_verified: true,
      job_title: person.jobTitle,
      is_persona: person.isPersona,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
}

export interface NewPassword {
  readonly credentialId: string;
  readonly personId: string;
  readonly passwordHash: string;
}

/** Gives an account its first password, as better-auth keeps and reads it. */
export async function insertPassword(connection: Connection, password: NewPassword): Promise<void> {
  const { credentialId, personId, passwordHash } = password;
  await connection
    .insertInto('credential')
    .values({
      id: credentialId,
      person_id: personId,
      account_id: personId,
      provider_id: 'credential',
      password: passwordHash,
    })
    .execute();
}

/** Addresses are compared without regard to capitals, as they are kept. */
export async function findPersonIdByEmail(connection: Connection, email: string): Promise<string | null> {
  const person = await connection
    .selectFrom('person')
    .select('person.id')
    .where('person.email', '=', email.toLowerCase())
    .executeTakeFirst();
  return person?.id ?? null;
}

export interface Addressee {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly isPersona: boolean;
}

export async function findPersonByEmail(connection: Connection, email: string): Promise<Addressee | null> {
  const person = await connection
    .selectFrom('person')
    .select(['id as personId', 'name', 'email', 'is_persona as isPersona'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  return person ?? null;
}

/** These people by id; whoever is not there any more is left out. */
export async function listAddressees(
  connection: Connection,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Addressee>> {
  const { rows } = await sql<Addressee>`
    select person.id as "personId", person.name, person.email, person.is_persona as "isPersona"
    from person where person.id = any(${personIds}::text[])`.execute(connection);
  return new Map(rows.map((person) => [person.personId, person]));
}

/** The person of an address with all live grants, as if signed in on a day; null where the address has no account. */
export async function findActorByEmail(connection: Connection, email: string, day: string): Promise<Actor | null> {
  const person = await connection
    .selectFrom('person')
    .select(['person.id as personId', 'person.name', 'person.job_title as jobTitle'])
    .where('person.email', '=', email.toLowerCase())
    .executeTakeFirst();
  if (person === undefined) {
    return null;
  }
  const grants = await listGrantsOf(connection, [person.personId], day);
  return { ...person, grants: grants.get(person.personId) ?? [] };
}

/** Whose session has this token; null where none has. */
export async function findSessionPerson(connection: Connection, token: string): Promise<string | null> {
  const session = await connection
    .selectFrom('session')
    .select('person_id')
    .where('token', '=', token)
    .executeTakeFirst();
  return session?.person_id ?? null;
}

export interface OneTimeToken {
  readonly verificationId: string;
  readonly personId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Lets whoever has this token choose a password, once; earlier ones of the same person are void. */
export async function insertOneTimeToken(connection: Connection, wanted: OneTimeToken): Promise<void> {
  const { verificationId, personId, token, expiresAt } = wanted;
  await connection.deleteFrom('verification').where('value', '=', personId).execute();
  await connection
    .insertInto('verification')
    .values({
      id: verificationId,
      identifier: identifierOf(token),
      value: personId,
      expires_at: expiresAt,
    })
    .execute();
}

/** Who may choose a password by a link. */
export interface LinkHolder {
  readonly name: string;
  readonly email: string;
  /** False for somebody who was invited and has chosen none yet. */
  readonly hasPassword: boolean;
  readonly grants: readonly Grant[];
}

/** Who can choose a password with this token; null unless it was made, was not used, is the newest, and its time is not over. */
export async function findLinkHolder(connection: Connection, token: string, now: Date): Promise<LinkHolder | null> {
  const { rows } = await sql<LinkHolder>`
    select person.name, person.email,
           exists (select from credential where credential.person_id = person.id) as "hasPassword",
           ${grantsOf(
             sql.ref('person.id'),
             today(() => now),
           )} as grants
    from verification join person on person.id = verification.value
    where verification.identifier = ${identifierOf(token)} and verification.expires_at > ${now}`.execute(connection);
  return rows[0] ?? null;
}

/** As better-auth looks for it: see `storeIdentifier` where it is set up. */
function identifierOf(token: string): string {
  return createHash('sha256').update(`reset-password:${token}`).digest('base64url');
}

/** Whether somebody can sign in: by a password, or because they are an invented person of the demonstration. */
export async function hasWayIn(connection: Connection, personId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select person.is_persona or exists (select from credential where credential.person_id = person.id) as has
    from person where person.id = ${personId}`.execute(connection);
  return rows[0]?.has ?? false;
}

/** Of these people, those who were invited and have neither chosen a password nor been here by another way. */
export async function listWithoutWayIn(
  connection: Connection,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ personId: string }>`
    select person.id as "personId" from person
    where person.id = any(${personIds}::text[]) and not person.is_persona and person.last_seen_at is null
      and not exists (select from credential where credential.person_id = person.id)`.execute(connection);
  return new Set(rows.map(({ personId }) => personId));
}

/** Takes off what somebody signs in with beside their password. */
export async function deleteSecondFactor(connection: Connection, personId: string): Promise<void> {
  await connection.deleteFrom('two_factor').where('person_id', '=', personId).execute();
  await connection.deleteFrom('passkey').where('person_id', '=', personId).execute();
  await connection.updateTable('person').set({ two_factor_enabled: false }).where('id', '=', personId).execute();
}

export async function isPersona(connection: Connection, personId: string): Promise<boolean> {
  const person = await connection
    .selectFrom('person')
    .select('person.is_persona')
    .where('person.id', '=', personId)
    .executeTakeFirst();
  return person?.is_persona ?? false;
}

/** Ends what sessions personas have. */
export async function deletePersonaSessions(connection: Connection): Promise<void> {
  await connection
    .deleteFrom('session')
    .where(
      'session.person_id',
      'in',
      connection.selectFrom('person').select('person.id').where('is_persona', '=', true),
    )
    .execute();
}

export interface Persona {
  readonly personId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly grants: readonly Grant[];
}

/** The invented people of the demonstration, in the order they were made. The places of their roles are named as on a day. */
export async function listPersonas(connection: Connection, day: string): Promise<Persona[]> {
  const people = await connection
    .selectFrom('person')
    .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
    .select([
      'person.id',
      'person.name',
      'person.job_title',
      sql<string>`min(role_grant.role_grant_id::text)`.as('first_grant'),
    ])
    .where('person.is_persona', '=', true)
    .groupBy('person.id')
    // Grant ids carry their time, so this is the order in which the personas were made.
    .orderBy('first_grant')
    .execute();
  const grants = await listGrantsOf(
    connection,
    people.map(({ id }) => id),
    day,
  );
  return people.map((person) => ({
    personId: person.id,
    name: person.name,
    jobTitle: person.job_title,
    grants: grants.get(person.id) ?? [],
  }));
}
