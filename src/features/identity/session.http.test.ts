import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, PASSWORD, signInByPassword } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { parseConfig } from '../../platform/config.ts';
import { sessionCookieName } from './session-cookie.ts';

const HOUR = 3_600_000;
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * HOUR);

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

/** Somebody signed in, and how to look at the row of their session. */
async function somebody() {
  const personId = `person-${service.context.newId()}`;
  const visitor = await signInByPassword(service, [], { personId });
  const rows = () => service.database.selectFrom('session').selectAll().where('person_id', '=', personId).execute();
  const change = (values: { created_at?: Date; expires_at?: Date }) =>
    service.database.updateTable('session').set(values).where('person_id', '=', personId).execute();
  return { visitor, rows, change };
}

function sessionCookieOf(response: { cookies: readonly { name: string }[] }) {
  return response.cookies.find(({ name }) => name.includes('session_token')) as
    | { name: string; value: string; maxAge?: number }
    | undefined;
}

describe('a session', () => {
  it.each([
    ['twelve hours after signing in, however busy', { created_at: hoursFromNow(-12.01), expires_at: hoursFromNow(1) }],
    ['two hours after the last request', { created_at: hoursFromNow(-3), expires_at: hoursFromNow(-0.01) }],
  ])('ends %s, and is removed', async (_when, values) => {
    const { visitor, rows, change } = await somebody();
    expect((await visitor.get(paths.workspace())).statusCode).toBe(200);
    await change(values);
    const response = await visitor.get(paths.workspace());
    expect(response.headers.location).toBe(paths.signIn(paths.workspace()));
    expect(sessionCookieOf(response)).toMatchObject({ value: '', maxAge: 0 });
    expect(await rows()).toEqual([]);
  });

  it('lasts two hours from each request, and the cookie as long', async () => {
    const { visitor, rows, change } = await somebody();
    await change({ expires_at: hoursFromNow(1) });
    const response = await visitor.get(paths.workspace());
    expect(sessionCookieOf(response)?.maxAge).toBe(2 * 3600);
    expect((await rows())[0]?.expires_at.getTime()).toBeGreaterThan(hoursFromNow(1.9).getTime());
    expect(sessionCookieOf(await visitor.get(paths.workspace()))).toBeUndefined();
  });

  it('ends with a role whose last day is over, and the next one is for what is left', async () => {
    const personId = `person-${service.context.newId()}`;
    const { email } = await addPerson(service, [{ role: 'contributor', scopeId: 'RL4' }], { personId });
    const signIn = async (visitor: Visitor) => visitor.submit(paths.signIn(), { email, password: PASSWORD });
    const [visitor, again] = [new Visitor(service.app), new Visitor(service.app)];
    await signIn(visitor);
    expect((await visitor.read(paths.workspace())).text).toContain('Section contributor');
    const endsAt = new Date();
    await service.database
      .updateTable('role_grant')
      .set({ granted_at: hoursFromNow(-48), ends_at: endsAt })
      .where('person_id', '=', personId)
      .execute();
    const response = await visitor.get(paths.workspace());
    expect(response.headers.location).toBe(paths.signIn(paths.workspace()));
    expect((await signIn(again)).statusCode).toBe(303);
    expect((await again.read(paths.workspace())).text).toContain('You have no role at the moment');
  });

  it('that is due to be renewed gives way to one that is opened in its place', async () => {
    const { visitor, change } = await somebody();
    const { email } = await addPerson(service, []);
    const _csrf = await visitor.tokenOf(paths.contact());
    await change({ expires_at: hoursFromNow(1) });
    const signedIn = await visitor.post(paths.signIn(), { _csrf, email, password: PASSWORD });
    expect(signedIn.statusCode).toBe(303);
    expect(signedIn.cookies.filter(({ name }) => name.includes('session_token'))).toHaveLength(1);
    expect((await visitor.get(paths.workspace())).statusCode).toBe(200);
  });

  it('is not renewed past its twelve hours', async () => {
    const { visitor, change } = await somebody();
    await change({ created_at: hoursFromNow(-11), expires_at: hoursFromNow(0.5) });
    const maxAge = sessionCookieOf(await visitor.get(paths.workspace()))?.maxAge ?? 0;
    expect(maxAge).toBeGreaterThan(0.9 * 3600);
    expect(maxAge).toBeLessThanOrEqual(3600);
  });

  it('is removed once it is over, though nobody comes back with its cookie', async () => {
    const { rows, change } = await somebody();
    await change({ expires_at: hoursFromNow(-1) });
    await signInByPassword(service, []);
    expect(await rows()).toEqual([]);
  });

  it.each([
    ['a signature of somebody else', `.${'A'.repeat(43)}=`],
    ['no signature', ''],
  ])('is not opened by its token with %s', async (_what, signature) => {
    const { visitor, rows } = await somebody();
    const token = (await rows())[0]?.token ?? '';
    visitor.keep(sessionCookieName(service.app.cookieRules), token + signature);
    const response = await visitor.get(paths.workspace());
    expect(response.headers.location).toBe(paths.signIn(paths.workspace()));
  });

  it('is one at a time in a browser: signing in anew ends the one before', async () => {
    const { visitor, rows } = await somebody();
    const [before] = await rows();
    await visitor.submit(paths.signIn(), { email: `${before?.person_id}@example.nhs.uk`, password: PASSWORD });
    const after = await rows();
    expect(after).toHaveLength(1);
    expect(after[0]?.id).not.toBe(before?.id);
  });

  it('keeps the address that the service sees, not one that the browser makes up', async () => {
    const personId = `person-${service.context.newId()}`;
    await signInByPassword(service, [], { personId }, { 'x-forwarded-for': '203.0.113.66' });
    const session = await service.database
      .selectFrom('session')
      .select('ip_address')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    expect(session.ip_address).toMatch(/^10\.0\./);
  });
});

describe('the token of a form', () => {
  const form = { name: 'Ada', email: 'ada@example.invalid', topic: 'other', message: 'A message of some length.' };

  it('is accepted while the session it was made in lasts', async () => {
    const { visitor } = await somebody();
    const token = await visitor.tokenOf(paths.contact());
    expect((await visitor.post(paths.contact(), { ...form, _csrf: token })).statusCode).not.toBe(403);
  });

  it('from before signing out is refused after it', async () => {
    const { visitor } = await somebody();
    const token = await visitor.tokenOf(paths.contact());
    await visitor.submit(paths.signOut(), {});
    expect((await visitor.post(paths.contact(), { ...form, _csrf: token })).statusCode).toBe(403);
  });

  it('from before signing in is refused after it', async () => {
    const { visitor, rows } = await somebody();
    const email = `${(await rows())[0]?.person_id}@example.nhs.uk`;
    await visitor.submit(paths.signOut(), {});
    const token = await visitor.tokenOf(paths.contact());
    await visitor.submit(paths.signIn(), { email, password: PASSWORD });
    expect((await visitor.post(paths.contact(), { ...form, _csrf: token })).statusCode).toBe(403);
  });

  it('of somebody else is refused, even with that person’s cookie for it', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const token = await one.visitor.tokenOf(paths.contact());
    other.visitor.take(one.visitor, 'csrf');
    expect((await other.visitor.post(paths.contact(), { ...form, _csrf: token })).statusCode).toBe(403);
  });
});

it('sends every cookie with the same strictness over https', async () => {
  const config = parseConfig({ DEMO: '0', LOG_LEVEL: 'silent', PUBLIC_URL: 'https://roadmaps.example' });
  const secure = await startTestService('facts', { config });
  const visitor = await signInByPassword(secure, [{ role: 'programme-manager' }]);
  const exemplars = await visitor.submit(paths.nominateExemplar(), {
    organisation: 'RL4',
    group: 'medicines',
    title: 'Electronic prescribing on all wards',
    reason: Array.from({ length: 60 }, () => 'word').join(' '),
  });
  expect(exemplars.statusCode).toBe(303);
  const cookies = [...visitor.seen, ...exemplars.cookies].map(({ name, secure, httpOnly, path, sameSite }) => ({
    name,
    secure,
    httpOnly,
    path,
    sameSite,
  }));
  expect(new Set(cookies.map(({ name }) => name)).size).toBeGreaterThanOrEqual(3);
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ secure: true, path: '/' });
    // One is read by the script of the pages: it says which form was taken, and opens nothing.
    expect(cookie.httpOnly === true || cookie.name === '__Host-ldr-answered', cookie.name).toBe(true);
    expect(cookie.name).toMatch(/^__Host-/);
    expect(['Lax', 'Strict']).toContain(cookie.sameSite);
  }
  await secure.close();
});
