import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import type { WrittenLetter } from '../../platform/written-letter.ts';
import { insertGrant, listGrants } from '../identity/grants/grant-repository.ts';
import type { Acting } from '../identity/index.ts';
import { changeRoleEnd } from './change-role-end.ts';
import { endRole } from './end-role.ts';
import { invitePeople } from './invite-people.ts';
import type { PeopleContext } from './people-context.ts';
import { findPlaceName } from './people-repository.ts';

let service: TestService;
let context: PeopleContext;
const written: WrittenLetter[] = [];

beforeAll(async () => {
  service = await startTestService('facts');
  context = {
    database: service.database,
    newId: service.context.newId,
    realClock: service.context.realClock,
    letters: { add: async (_transaction, letter) => void written.push(letter) },
    serviceName: 'Roadmaps',
    publicUrl: 'https://roadmaps.example',
  };
});
afterAll(() => service.close());

const by = (): Acting => ({ personId: null, name: 'Olu Office', role: '', onBehalfOf: 'the office', at: new Date() });
const hence = (days: number) => new Date(Date.now() + days * 86_400_000);

const grantsOf = (personId: string) =>
  service.database.selectFrom('role_grant').selectAll().where('person_id', '=', personId).execute();

async function somebody(role: 'administrator' | 'analyst' = 'analyst') {
  const personId = `person-${service.context.newId()}`;
  const { email } = await addPerson(service, [{ role }], { personId, name: 'Sam Example' });
  const [grant] = await grantsOf(personId);
  return { personId, email, grantId: grant?.role_grant_id ?? '' };
}

describe('ending a role', () => {
  it('ends it with its reason, and every session of its holder, in every process', async () => {
    const personId = `person-${service.context.newId()}`;
    const visitor = await signInAs(service, [{ role: 'analyst' }], { personId });
    expect((await visitor.get(paths.manageExemplars())).statusCode).toBe(200);
    const [held] = await grantsOf(personId);
    const outcome = await endRole(context, { grantId: held?.role_grant_id ?? '', reason: 'Has left' }, by());
    expect(outcome.kind).toBe('ended');
    expect(await grantsOf(personId)).toMatchObject([{ end_reason: 'Has left', ended_at: expect.any(Date) }]);
    expect((await visitor.get(paths.manageExemplars())).headers.location).toBe(paths.signIn(paths.manageExemplars()));
  });

  it('tells the person, and the audit trail', async () => {
    const { personId, email, grantId } = await somebody();
    await endRole(context, { grantId, reason: 'The project is over' }, by());
    expect(written.at(-1)).toMatchObject({ to: email, subject: 'A role of yours has ended', link: null });
    expect(written.at(-1)?.text).toContain('Olu Office has ended a role of yours in Roadmaps: National analyst');
    expect(written.at(-1)?.text).toContain('The project is over');
    const events = await service.database
      .selectFrom('audit_event')
      .select(['action', 'detail'])
      .where('chain', '=', `person:${personId}`)
      .execute();
    expect(events).toMatchObject([
      { action: 'person.end-role', detail: { role: 'analyst', reason: 'The project is over' } },
    ]);
  });

  it('is done once: the second who presses the button is told', async () => {
    const { grantId } = await somebody();
    const both = await Promise.all([1, 2].map(() => endRole(context, { grantId, reason: 'Gone' }, by())));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['ended', 'gone']);
  });
});

describe('the day on which a role ends', () => {
  it('can be set, moved and taken away', async () => {
    const { personId, email, grantId } = await somebody();
    const endsAt = hence(30);
    expect((await changeRoleEnd(context, { grantId, endsAt }, by())).kind).toBe('changed');
    expect(await grantsOf(personId)).toMatchObject([{ ends_at: endsAt, ended_at: null }]);
    expect(written.at(-1)).toMatchObject({ to: email, text: expect.stringMatching(/It ends after \d+ \w+ \d{4}\./) });
    await changeRoleEnd(context, { grantId, endsAt: null }, by());
    expect(await grantsOf(personId)).toMatchObject([{ ends_at: null }]);
    expect(written.at(-1)?.text).toContain('It has no end date.');
  });

  it('once past leaves nothing of the role, and it can be given anew', async () => {
    const { personId, grantId } = await somebody();
    await service.database
      .updateTable('role_grant')
      .set({ ends_at: hence(-1) })
      .where('role_grant_id', '=', grantId)
      .execute();
    expect(await listGrants(service.database, personId)).toEqual([]);
    expect((await changeRoleEnd(context, { grantId, endsAt: null }, by())).kind).toBe('gone');
    await insertGrant(service.database, personId, { role: 'analyst', scopeKind: 'nation', scopeId: '' });
    expect(await listGrants(service.database, personId)).toHaveLength(1);
    expect(await grantsOf(personId)).toHaveLength(2);
  });
});

describe('the last administrator', () => {
  it('keeps the role without an end, whoever asks and however many at once', async () => {
    const [one, other] = [await somebody('administrator'), await somebody('administrator')];
    const reason = 'Leaves';
    const ended = await Promise.all([one, other].map(({ grantId }) => endRole(context, { grantId, reason }, by())));
    expect(ended.map(({ kind }) => kind).toSorted()).toEqual(['ended', 'last-administrator']);
    const left = ended[0]?.kind === 'ended' ? other : one;
    const { grantId } = left;
    expect((await changeRoleEnd(context, { grantId, endsAt: hence(365) }, by())).kind).toBe('last-administrator');

    // Neither one whose role ends, nor one who has not chosen a password, is there for good.
    const passing = await somebody('administrator');
    await changeRoleEnd(context, { grantId: passing.grantId, endsAt: hence(1) }, by());
    const invited = await somebody('administrator');
    await service.database.deleteFrom('credential').where('person_id', '=', invited.personId).execute();
    expect((await endRole(context, { grantId, reason }, by())).kind).toBe('last-administrator');

    const next = await somebody('administrator');
    const mixed = await Promise.all([
      endRole(context, { grantId, reason }, by()),
      changeRoleEnd(context, { grantId: next.grantId, endsAt: hence(2) }, by()),
    ]);
    expect(mixed.filter(({ kind }) => kind === 'last-administrator')).toHaveLength(1);
  });
});

it('an invented person gains no role by an invitation to their address', async () => {
  const personId = `person-${service.context.newId()}`;
  const { email } = await addPerson(service, [], { personId });
  await service.database.updateTable('person').set({ is_persona: true }).where('id', '=', personId).execute();
  const held = { role: 'analyst', scopeKind: 'nation', scopeId: '' } as const;
  const [outcome] = await invitePeople(context, [{ email, name: 'P', jobTitle: '', held, endsAt: null }], by());
  expect(outcome?.kind).toBe('persona');
  expect(await grantsOf(personId)).toEqual([]);
});

it('a letter names a place as it was called on its day', async () => {
  const { rows } = await sql<{ scopeId: string; name: string; now: string; day: string }>`
    select record.organisation_id as "scopeId", record.name, latest.name as now, (upper(record.valid) - 1)::text as day
    from organisation_record as record
    join organisation_latest(record.organisation_id) as latest on latest.name <> record.name
    where upper(record.valid) > '2016-01-01' order by 1, 4 limit 1`.execute(service.database);
  const { scopeId = '', name, now, day = '' } = rows[0] ?? {};
  const called = (on: string) => findPlaceName(service.database, { scopeKind: 'organisation', scopeId }, on);
  expect([await called(day), await called('2100-01-01')]).toEqual([name, now]);
});

it('a link to choose a password works from now on, whatever day whoever invites works on', async () => {
  const held = { role: 'analyst', scopeKind: 'nation', scopeId: '' } as const;
  const invitation = { email: 'late@example.nhs.uk', name: 'L', jobTitle: '', held, endsAt: null };
  const [outcome] = await invitePeople(context, [invitation], { ...by(), at: new Date('2017-11-30T09:00:00Z') });
  const expiresAt = outcome?.kind === 'invited' ? outcome.link.expiresAt : new Date(0);
  expect(expiresAt.getTime()).toBeGreaterThan(hence(1).getTime());
});
