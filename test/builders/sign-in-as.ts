import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { insertGrant, insertPerson, type Role, scopeOfRole } from '../../src/features/identity/index.ts';
import type { TestService } from '../database/test-service.ts';
import { Visitor } from '../database/visitor.ts';

/** A role to hold. `scopeId` is an organisation id or area id; left out for roles held for the nation. */
export interface GrantToHold {
  readonly role: Role;
  readonly scopeId?: string;
}

export interface PersonToBe {
  readonly personId?: string;
  readonly name?: string;
  readonly jobTitle?: string;
}

/** Everybody's here. */
export const PASSWORD = 'a long enough password for tests';

// Hashing is slow on purpose, and in a test all people may share one password.
let passwordHash: Promise<string> | undefined;
let addresses = 0;

/**
 * A new person with these roles, signed in through the sign-in page, and as if by a passkey: any of their roles counts. `headers`: as
 * for a visitor.
 */
export async function signInAs(
  service: Pick<TestService, 'app' | 'database'>,
  grants: readonly GrantToHold[],
  person: PersonToBe = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Visitor> {
  const credentials = await addPerson(service, grants, person);
  const visitor = new Visitor(service.app, nextAddress(), headers);
  const response = await visitor.submit('/sign-in', { ...credentials });
  if (response.statusCode !== 303) {
    throw new Error(`Could not sign in as ${credentials.email} (status ${response.statusCode})`);
  }
  await service.database
    .updateTable('session')
    .from('person')
    .set({ by_passkey: true })
    .whereRef('person.id', '=', 'session.person_id')
    .where('person.email', '=', credentials.email)
    .execute();
  return visitor;
}

/** A new person with these roles, and what they sign in with. */
export async function addPerson(
  service: Pick<TestService, 'database'>,
  grants: readonly GrantToHold[],
  person: PersonToBe = {},
): Promise<{ email: string; password: string }> {
  const personId = person.personId ?? `person-${randomUUID()}`;
  const email = `${personId}@example.nhs.uk`;
  await insertPersonWithPassword(service, { ...person, personId }, email);
  for (const { role, scopeId } of grants) {
    await insertGrant(service.database, personId, { role, scopeKind: scopeOfRole[role], scopeId: scopeId ?? '' });
  }
  return { email, password: PASSWORD };
}

async function insertPersonWithPassword(
  { database }: Pick<TestService, 'database'>,
  person: PersonToBe & { readonly personId: string },
  email: string,
): Promise<void> {
  const { personId, name = 'Sam Example', jobTitle = 'Tester' } = person;
  await insertPerson(database, { personId, name, jobTitle, email, isPersona: false });
  passwordHash ??= hashPassword(PASSWORD);
  await database
    .insertInto('credential')
    .values({
      id: randomUUID(),
      person_id: personId,
      account_id: personId,
      provider_id: 'credential',
      password: await passwordHash,
    })
    .execute();
}

/** Attempts to sign in are limited by address, so everyone comes from their own. */
function nextAddress(): string {
  addresses += 1;
  return `10.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}
