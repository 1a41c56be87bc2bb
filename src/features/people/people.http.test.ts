import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, PASSWORD, signInAs, signInByPassword } from '../../../test/builders/sign-in-as.ts';
import { formOn, untouched } from '../../../test/database/page-forms.ts';
import { type PageReader, readPage } from '../../../test/database/page-reader.ts';
import { paths } from '../../paths.ts';
import {
  asCoordinator,
  asManager,
  grantsOf,
  holderOf,
  linkIn,
  type MailedService,
  startMailedService,
} from './testing/mailed-service.ts';

let service: MailedService;
beforeAll(async () => {
  service = await startMailedService();
});
afterAll(() => service.close());

describe('giving a role', () => {
  it('offers no role that signs nothing in the programme, on the page and in a list', async () => {
    const manager = await asManager(service);
    const { fields } = formOn((await manager.get(paths.invitePerson())).body, 'role');
    const offered = fields.flatMap(({ name, value }) => (name === 'role' ? [value] : []));
    expect(offered).toContain('executive');
    expect(offered).not.toContain('signatory');
    const typed = { email: 'signs-nothing@example.nhs.uk', name: 'N', role: 'signatory', place: 'RL4' };
    const refused = await manager.submit(paths.invitePerson(), typed);
    expect(readPage(refused, 422).errors).toEqual([{ field: 'Role', message: 'Choose a role' }]);
  });
});

describe('looking after a role', () => {
  it.each([
    ['look at it', paths.role],
    ['end', paths.endRole],
    ['change until when it is held', paths.changeRoleEnd],
    ['hand it over', paths.handOverRole],
    ['send its link again', paths.recoverPerson],
  ])('is for those whose job it is, here and nowhere else: to %s', async (_what, to) => {
    const { grantId, email } = await holderOf(service, { role: 'contributor', scopeId: 'RL4' });
    await service.database
      .deleteFrom('credential')
      .where('account_id', '=', email.split('@')[0] ?? '')
      .execute();
    const [own, elsewhere, executive] = await Promise.all([
      asCoordinator(service),
      signInAs(service, [{ role: 'coordinator', scopeId: 'RP5' }]),
      signInAs(service, [{ role: 'executive', scopeId: 'RL4' }]),
    ]);
    const statuses = [];
    for (const visitor of [own, elsewhere, executive, await asManager(service)]) {
      statuses.push((await visitor.get(to(grantId))).statusCode);
    }
    expect(statuses).toEqual([200, 403, 403, 200]);
    const posted = await elsewhere.submit(paths.contact(), {}, to(grantId));
    expect(posted.statusCode).toBe(to === paths.role ? 405 : 403);
    expect((await own.get(to('nothing'))).statusCode).toBe(404);
  });

  it('helps nobody back in who has a password, but for those who look after everybody', async () => {
    const { grantId } = await holderOf(service, { role: 'contributor', scopeId: 'RL4' });
    const own = await asCoordinator(service);
    expect((await own.get(paths.recoverPerson(grantId))).statusCode).toBe(403);
    expect((await own.read(paths.people())).places).toContain(paths.role(grantId));
    expect((await own.read(paths.role(grantId))).places).not.toContain(paths.recoverPerson(grantId));
    expect((await (await asManager(service)).get(paths.recoverPerson(grantId))).statusCode).toBe(200);
  });

  it('ends it for a reason, which its holder is told, and signs them out', async () => {
    const personId = `person-${service.context.newId()}`;
    const leaver = await signInAs(service, [{ role: 'contributor', scopeId: 'RL4' }], { personId, name: 'Lee Leaver' });
    const email = `${personId}@example.nhs.uk`;
    const [grant] = await grantsOf(service, email);
    const page = paths.endRole(grant?.role_grant_id ?? '');
    const visitor = await asCoordinator(service);
    expect(readPage(await visitor.submit(page, { reason: ' ' }), 422).errors).toEqual([
      { field: 'Reason', message: 'Say why the role ends' },
    ]);
    expect((await visitor.submit(page, { reason: 'Has left the trust' })).statusCode).toBe(303);
    expect((await visitor.read(paths.people())).told).toContain('Lee Leaver is no longer Section contributor');
    expect((await visitor.read(paths.people())).text).not.toContain('Lee Leaver');
    expect((await visitor.get(page)).statusCode).toBe(404);
    expect((await leaver.get(paths.workspace())).headers.location).toBe(paths.signIn(paths.workspace()));
    expect(await service.letterTo(email, 'A role of yours has ended')).toContain('Has left the trust');
  });

  it('hands it over to somebody new, until the same day', async () => {
    const personId = `person-${service.context.newId()}`;
    await addPerson(service, [{ role: 'lead', scopeId: 'footprint:don' }], { personId, name: 'Old Lead' });
    const [grant] = await grantsOf(service, `${personId}@example.nhs.uk`);
    const visitor = await asManager(service);
    const extend = paths.changeRoleEnd(grant?.role_grant_id ?? '');
    await visitor.submit(extend, { until: '2090-01-31' });
    expect((await visitor.read(extend)).field('Last day (optional)').value).toBe('31 January 2090');
    const email = 'new.lead@example.nhs.uk';
    const typed = { email, name: 'New Lead', reason: 'A new post' };
    expect((await visitor.submit(paths.handOverRole(grant?.role_grant_id ?? ''), typed)).statusCode).toBe(303);
    expect(await grantsOf(service, email)).toMatchObject([{ role: 'lead', ends_at: new Date('2090-02-01T00:00:00Z') }]);
    expect(await grantsOf(service, `${personId}@example.nhs.uk`)).toMatchObject([{ ended_at: expect.any(Date) }]);
    expect(linkIn(await service.letterTo(email, 'You are invited'))).not.toBe('');
    const [taken] = await grantsOf(service, email);
    const history = await visitor.read(paths.roleHistory(taken?.role_grant_id ?? ''));
    expect(history.text).toContain(`from ${personId}@example.nhs.uk, until 31 January 2090`);
  });

  it('shows those who see the role what happened to the access of its holder, newest first', async () => {
    const email = 'hal.history@example.nhs.uk';
    const manager = await asManager(service);
    const give = (role: string, place: string) =>
      manager.submit(paths.invitePerson(), { email, name: 'Hal History', role, place });
    await give('contributor', 'RP5');
    await give('contributor', 'RL4');
    const [elsewhere, here] = await grantsOf(service, email);
    await manager.submit(paths.endRole(elsewhere?.role_grant_id ?? ''), { reason: 'Moved to the other trust' });
    const page = paths.roleHistory(here?.role_grant_id ?? '');
    const by = 'Mia Manager (Programme manager, national team)';
    const there = 'Section contributor, Doncaster and Bassetlaw Hospitals NHS Foundation Trust';
    const rows = (await manager.read(page)).table('3 events, newest first');
    expect(rows.map(([, ...cells]) => cells)).toEqual([
      [`The role ${there} was ended`, 'Moved to the other trust', by],
      ['Was given the role Section contributor, The Royal Wolverhampton NHS Trust, without an end', '–', by],
      [`Was given the role ${there}, without an end`, '–', by],
    ]);
    const coordinator = await asCoordinator(service);
    expect((await coordinator.read(paths.people())).places).toContain(page);
    expect((await coordinator.read(page)).text).not.toContain('Doncaster');
    const stranger = await signInAs(service, [{ role: 'coordinator', scopeId: 'RP5' }]);
    expect((await stranger.get(page)).statusCode).toBe(403);
  });

  it('never leaves the service without an administrator', async () => {
    const personId = `person-${service.context.newId()}`;
    await service.database
      .updateTable('role_grant')
      .set({ ended_at: new Date() })
      .where('role', '=', 'administrator')
      .execute();
    await addPerson(service, [{ role: 'administrator' }], { personId });
    const [grant] = await grantsOf(service, `${personId}@example.nhs.uk`);
    const response = await (await asManager(service)).submit(paths.endRole(grant?.role_grant_id ?? ''), {
      reason: 'x',
    });
    const page = readPage(response, 422);
    expect(page.field('Reason').error).toContain('the only administrator');
    expect(page.field('Reason').value).toBe('x');
  });
});

describe('the list of people', () => {
  it('shows each what they may see: their own place, or everybody', async () => {
    await addPerson(service, [{ role: 'executive', scopeId: 'RL4' }], { name: 'Eve Executive' });
    await addPerson(service, [{ role: 'executive', scopeId: 'RP5' }], { name: 'Xavier Elsewhere' });
    const own = (await (await asCoordinator(service)).read(paths.people())).text;
    expect(own).toContain('Eve Executive');
    expect(own).not.toContain('Xavier Elsewhere');
    const manager = await asManager(service);
    const all = await manager.read(paths.people({ find: 'xavier', role: 'executive', place: 'rp5' }));
    const found = all.table('1 role in Doncaster and Bassetlaw Hospitals NHS Foundation Trust, by name');
    expect(found.map(([who]) => who)).toEqual([expect.stringContaining('Xavier Elsewhere')]);
    expect(all.text).not.toContain('Eve Executive');
    expect((await manager.read(paths.people({ place: 'nowhere' }))).text).toContain('no place with the code');
    const contributor = await signInAs(service, [{ role: 'contributor', scopeId: 'RL4' }]);
    expect((await contributor.get(paths.people())).statusCode).toBe(403);
  });

  it('goes on from page to page by name, and shows everybody once', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, number) =>
        addPerson(service, [{ role: 'contributor', scopeId: 'RJZ' }], {
          name: `Paged ${String(number % 7)}`,
          personId: `paged-${number}`,
        }),
      ),
    );
    const visitor = await asManager(service);
    const seen: string[] = [];
    let next: string | undefined = paths.people({ find: 'paged' });
    while (next !== undefined) {
      const page: PageReader = await visitor.read(next);
      seen.push(...[...page.text.matchAll(/paged-\d+@/g)].map(([address]) => address));
      next = page.places.find((place) => place.includes('after='));
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    expect((await visitor.get(paths.people({ after: 'nonsense' }))).statusCode).toBe(200);
  });
});

it('asks whoever signed in long ago to sign in again before it changes a role, and keeps what was typed', async () => {
  const { grantId, email } = await holderOf(service, { role: 'contributor', scopeId: 'RL4' });
  const personId = `person-${service.context.newId()}`;
  const ownPage = { 'sec-fetch-site': 'same-origin' };
  const visitor = await signInByPassword(service, [{ role: 'coordinator', scopeId: 'RL4' }], { personId }, ownPage);
  const long = new Date(Date.now() - 16 * 60_000);
  await service.database.updateTable('session').set({ created_at: long }).where('person_id', '=', personId).execute();
  const page = paths.endRole(grantId);
  const asked = await visitor.submit(page, { reason: 'Has left the trust' });
  expect(readPage(asked, 401).title).toBe('Confirm that it is you');
  expect(await grantsOf(service, email)).toMatchObject([{ ended_at: null }]);
  const own = `${personId}@example.nhs.uk`;
  const again = formOn(asked.body, 'email');
  const signedIn = await visitor.post(paths.signIn(), { ...untouched(again), email: own, password: PASSWORD });
  const kept = formOn(signedIn.body, 'reason');
  expect((await visitor.post(kept.action ?? '', untouched(kept))).headers.location).toBe(paths.people());
  expect(await grantsOf(service, email)).toMatchObject([{ end_reason: 'Has left the trust' }]);
});
