import { createHmac, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import {
  insertGrant,
  insertPerson,
  type Role,
  scopeOfRole,
  sessionCookieName,
} from '../../src/features/identity/index.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { type TestService, testSecret } from '../database/test-service.ts';
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
 * A new person with these roles, who has signed in by a passkey: any of their roles counts. Nobody goes through the sign-in page for
 * it: to look at a password is dear on purpose, and the tests of signing in do that. `headers`: as for a visitor.
 */
export async function signInAs(
  service: Pick<TestService, 'app' | 'database'>,
  grants: readonly GrantToHold[],
  person: PersonToBe = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Visitor> {
  const personId = person.personId ?? newPersonId();
  await insertPersonWithRoles(service, grants, { ...person, personId });
  const token = await openSession(service.database, personId);
  await service.app.ready();
  const visitor = new Visitor(service.app, nextAddress(), headers);
  visitor.keep(sessionCookieName(service.app.cookieRules), `${token}.${signatureOf(token)}`);
  return visitor;
}

/** As `signInAs`, through the sign-in page: for tests of what that does, or of how long it counts. */
export async function signInByPassword(
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

/** As signing in leaves it behind. Answers its token. */
async function openSession(database: Database, personId: string): Promise<string> {
  const [token, now] = [randomUUID(), new Date()];
  const times = { created_at: now, updated_at: now, expires_at: new Date(now.getTime() + 7_200_000) };
  await database
    .insertInto('session')
    .values({ id: randomUUID(), token, person_id: personId, by_passkey: true, ...times })
    .execute();
  await database.updateTable('person').set({ last_seen_at: now }).where('id', '=', personId).execute();
  return token;
}

function signatureOf(token: string): string {
  return createHmac('sha256', testSecret).update(token).digest('base64');
}

/** A new person with these roles, and what they sign in with. */
export async function addPerson(
  service: Pick<TestService, 'database'>,
  grants: readonly GrantToHold[],
  person: PersonToBe = {},
): Promise<{ email: string; password: string }> {
  const personId = person.personId ?? newPersonId();
  const email = await insertPersonWithRoles(service, grants, { ...person, personId });
  passwordHash ??= hashPassword(PASSWORD);
  await service.database
    .insertInto('credential')
    .values({
      id: randomUUID(),
      person_id: personId,
      account_id: personId,
      provider_id: 'credential',
      password: await passwordHash,
    })
    .execute();
  return { email, password: PASSWORD };
}

const newPersonId = () => `person-${randomUUID()}`;

/** Answers their address. */
async function insertPersonWithRoles(
  { database }: Pick<TestService, 'database'>,
  grants: readonly GrantToHold[],
  { personId, name = 'Sam Example', jobTitle = 'Tester' }: PersonToBe & { readonly personId: string },
): Promise<string> {
  const email = `${personId}@example.nhs.uk`;
  await insertPerson(database, { personId, name, jobTitle, email, isPersona: false });
  for (const { role, scopeId } of grants) {
    await insertGrant(database, personId, { role, scopeKind: scopeOfRole[role], scopeId: scopeId ?? '' });
  }
  return email;
}

/** Attempts of many kinds are limited by address, so everyone comes from their own. */
function nextAddress(): string {
  addresses += 1;
  return `10.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}
