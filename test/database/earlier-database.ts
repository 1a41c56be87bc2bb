import { randomUUID } from 'node:crypto';
import { openDatabase, openPool } from '../../src/platform/database/database.ts';
import { cloneTemplate } from './clone-template.ts';
import { fillTables, readEarlierTables } from './table-rows.ts';
import type { TestDatabase } from './test-service.ts';

/** A database without tables, as its owner makes it. */
export function emptyDatabase(): Promise<TestDatabase> {
  return newDatabase('template1');
}

/** A database with the tables of version 0.2.0 and nothing in them. */
export function earlierDatabase(): Promise<TestDatabase> {
  return newDatabase('ldr_0_2_0');
}

async function newDatabase(template: string): Promise<TestDatabase> {
  const { url, ownerUrl } = await cloneTemplate(template);
  // Nobody but its owner has any rights in it yet.
  const owner = openDatabase(openPool(ownerUrl, 4));
  return { database: owner, owner, url, ownerUrl, close: () => owner.destroy() };
}

/** The rows of `test/fixtures/0.2.0` in those tables: a whole database as version 0.2.0 left it behind. */
export async function filledEarlierDatabase(): Promise<TestDatabase> {
  const earlier = await earlierDatabase();
  const pool = openPool(earlier.ownerUrl, 1);
  await fillTables(pool, await readEarlierTables());
  await pool.end();
  return earlier;
}

const now = new Date('2016-06-30T12:00:00Z');

/** What only a demonstration holds: an invented person, and an invented assessment. */
export async function addInvented({ database }: TestDatabase): Promise<void> {
  await addPersona({ database });
  await addAssessment({ database }, true);
}

export async function addPersona({ database }: Pick<TestDatabase, 'database'>): Promise<void> {
  const person = { id: 'persona-lead', name: 'A Persona', email: 'persona-lead@example.invalid' };
  await database
    .insertInto('person')
    .values({ ...person, is_persona: true })
    .execute();
}

/** What only people leave who are not invented: an account. */
export async function addAccount({ database }: Pick<TestDatabase, 'database'>): Promise<void> {
  await database.insertInto('person').values({ id: 'someone', name: 'Alex', email: 'alex@example.nhs.uk' }).execute();
}

export async function addAssessment(
  { database }: Pick<TestDatabase, 'database'>,
  illustrative: boolean,
): Promise<void> {
  const organisationId = illustrative ? 'INVENTED' : 'REAL';
  await database.insertInto('organisation').values({ organisation_id: organisationId, code: organisationId }).execute();
  await database
    .insertInto('assessment')
    .values({
      organisation_id: organisationId,
      assessment_id: randomUUID(),
      round_id: 'round',
      instrument_id: 'instrument',
      instrument_version: '1',
      care_setting: 'acute',
      state: 'in-progress',
      illustrative,
      created_at: now,
    })
    .execute();
}

/** What either may hold: a letter from outside. */
export async function addMessage({ database }: Pick<TestDatabase, 'database'>): Promise<void> {
  const sender = { sender_name: 'Alex', sender_email: 'alex@example.com', topic: 'other', message: 'Hello' };
  await database
    .insertInto('contact_message')
    .values({ ...sender, message_id: randomUUID(), received_at: now, mail_state: 'stored' })
    .execute();
}
