import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { formOn, untouched } from '../../../test/database/page-forms.ts';
import { PageReader, readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService, testSecret } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { buildApp } from '../../compose.ts';
import { parseConfig } from '../../platform/config.ts';
import { seed } from '../../seed.ts';
import { insertGrant, listGrants, listGrantsWithin } from './grants/grant-repository.ts';
import { findActorByEmail } from './identity-repository.ts';

const unknownPair = 'Enter the e-mail address and password of an account; this pair was not found';

describe('signing in', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService('demo');
  });
  afterAll(() => service.close());

  it('lists every persona with what they can do, and opens a session as the one chosen', async () => {
    const visitor = new Visitor(service.app);
    const list = await visitor.read('/sign-in/personas');
    const role = 'Authorising executive, The Royal Wolverhampton NHS Trust';
    expect(list.section('Carol Illustrative').text).toContain(role);
    await visitor.become('persona-executive');
    const home = new PageReader((await visitor.get('/sign-out')).body);
    expect(home.link(`Carol Illustrative ${role}`)).toBe('/account');
  });

  it('says on every page whose turn it is, and changes to them by one press', async () => {
    const visitor = new Visitor(service.app);
    await visitor.become('persona-contributor');
    const page = await visitor.read('/');
    expect(page.text).toContain('You are Asha. You can answer 6. Records, assessments and plans');
    expect(page.text).toContain('Next: Ben can complete the assessment of The Royal Wolverhampton NHS Trust');
    const form = formOn((await visitor.get('/nowhere')).body, 'person');
    const changed = await visitor.post(form.action ?? '', untouched(form, 'persona-coordinator'));
    expect([changed.statusCode, changed.headers.location]).toEqual([303, '/workspace/assessments/RL4/dmsa-2017']);
    expect((await visitor.read(String(changed.headers.location))).text).toContain('You are Ben.');
    expect((await new Visitor(service.app).read('/')).text).not.toMatch(/You are (?!looking at)/);
    expect((await visitor.read('/sign-in/personas')).text).toContain('To do now: Complete the assessment of');
  });

  it('knows whose turn it is as soon as something was done', async () => {
    const administrator = new Visitor(service.app);
    await administrator.become('persona-administrator');
    expect((await administrator.read('/about')).text).toContain('You are Lewis. Nothing waits for you.');
    const message = { name: 'A reader', email: 'reader@example.org', topic: 'other', message: 'Where is my area?' };
    await new Visitor(service.app).submit('/contact', message);
    expect((await administrator.read('/about')).text).toContain('You are Lewis. You can answer 1 message');
  });

  it('sends nobody to whoever invited them, where they may not look', async () => {
    const analyst = new Visitor(service.app);
    await analyst.become('persona-analyst');
    const refused = await analyst.get('/workspace/programme/settings');
    const { text } = readPage(refused, 403).section('You cannot do this');
    expect(text).toContain('Choose another person of the demonstration');
    expect(text).not.toContain('invited you');
  });

  it('ends the session on signing out', async () => {
    const visitor = new Visitor(service.app);
    await visitor.become('persona-lead');
    await visitor.submit('/sign-out', {});
    expect(new PageReader((await visitor.get('/sign-out')).body).text).not.toContain('Femi Illustrative');
  });

  it('opens no session for an account that is not a persona', async () => {
    await service.database
      .insertInto('person')
      .values({ id: 'real', name: 'Real Person', email: 'real@example.invalid', email_verified: true })
      .execute();
    const response = await new Visitor(service.app).submit('/sign-in/personas', { person: 'real' });
    expect(response.statusCode).toBe(404);
    expect(response.cookies.some((cookie) => cookie.name.includes('session_token'))).toBe(false);
  });

  it.each([
    ['nothing typed', { email: '', password: '' }, ['Enter your e-mail address', 'Enter your password']],
    ['an unknown pair', { email: 'who@example.invalid', password: 'not the password' }, [unknownPair]],
    ['a password that is not text', { email: 'who@example.invalid', password: ['a', 'b'] }, ['Enter your password']],
  ])('says what to mend on %s, keeping the address', async (_name, fields, messages) => {
    const response = await new Visitor(service.app).submit('/sign-in', fields);
    const page = readPage(response, 422);
    expect(page.errors.map(({ message }) => message)).toEqual(messages);
    expect(page.field('E-mail address').value).toBe(fields.email);
  });

  it('refuses a form without its token and changes nothing', async () => {
    const response = await new Visitor(service.app).post('/sign-in/personas', { person: 'persona-lead' });
    expect(readPage(response, 403).title).toBe('This form has expired');
  });

  describe('with an address to go to afterwards', () => {
    const fields = { email: 'with-password@example.invalid', password: 'a long enough password' };
    beforeAll(() => addPassword(service, fields.email, fields.password));

    let addresses = 0;
    /** Each time from another address, as attempts from one are limited. */
    function signInFrom(page: string) {
      addresses += 1;
      return new Visitor(service.app, `10.1.0.${addresses}`).submit(page, fields);
    }

    it.each([
      'https://elsewhere.example/',
      'https:elsewhere.example',
      'javascript:alert(1)',
      '//elsewhere.example/',
      '///elsewhere.example/',
      '/\\elsewhere.example',
      '\\/elsewhere.example',
      '/\t/elsewhere.example',
      '/%09/elsewhere.example',
      '\t//elsewhere.example',
      '/workspace\r\nx-evil: 1',
      '/work\nspace',
      '/\u0000/elsewhere.example',
      '/.//elsewhere.example',
      '/workspace/..//elsewhere.example',
    ])('does not lead to %j after signing in', async (target) => {
      for (const wanted of [encodeURIComponent(target), encodeURIComponent(encodeURIComponent(target))]) {
        const response = await signInFrom(`/sign-in?return-to=${wanted}`);
        expect(response.statusCode).toBe(303);
        const location = new URL(String(response.headers.location), 'http://own.example/');
        expect(location.host).toBe('own.example');
        expect(location.pathname).not.toMatch(/^\/[\s\\/]/);
      }
    });

    it('leads back to where one came from, with what was asked for there', async () => {
      const target = '/workspace/exemplars?q=a%20b&find=%C3%A9';
      const response = await signInFrom(`/sign-in?return-to=${encodeURIComponent(target)}`);
      expect(response.headers.location).toBe(target);
    });
  });
});

describe('a closed service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService('facts');
  });
  afterAll(() => service.close());

  it('has no persona pages', async () => {
    const visitor = new Visitor(service.app);
    expect((await visitor.get('/sign-in/personas')).statusCode).toBe(404);
    expectNowhere(await visitor.get('/sign-in'), 'persona');
  });
});

describe('a persona in a real database', () => {
  const email = 'persona-left@example.invalid';
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService('facts');
    await addPassword(service, email, 'a long enough password');
    await service.database.updateTable('person').set({ is_persona: true }).where('id', '=', email).execute();
    await insertGrant(service.database, email, { role: 'administrator', scopeKind: 'nation', scopeId: '' });
  });
  afterAll(() => service.close());

  const sessions = () => service.database.selectFrom('session').selectAll().where('person_id', '=', email).execute();

  /** As left over from a demonstration on the same database, under the name that the real service gives its own cookie. */
  async function sessionOfADemonstration(): Promise<string> {
    const context = { ...service.context, config: parseConfig({ DEMO: '1', LOG_LEVEL: 'silent' }) };
    const demonstration = await buildApp(context, testSecret);
    const response = await new Visitor(demonstration).submit('/sign-in', { email, password: 'a long enough password' });
    await demonstration.close();
    const cookie = response.cookies.find(({ name }) => name.includes('session_token'));
    return `ldr.session_token=${encodeURIComponent(cookie?.value ?? '')}`;
  }

  it('is nobody with the session it had, which ends', async () => {
    const cookie = await sessionOfADemonstration();
    expect(await sessions()).toHaveLength(1);
    const response = await service.app.inject({ method: 'GET', url: '/workspace', headers: { cookie } });
    expect(response.statusCode).not.toBe(200);
    expect(await sessions()).toEqual([]);
    expect(response.cookies.find(({ name }) => name.includes('session_token'))?.value).toBe('');
  });

  it('has no session left once the service has started', async () => {
    await sessionOfADemonstration();
    await seed(service.context);
    expect(await sessions()).toEqual([]);
  });

  it('cannot sign in, even with a password', async () => {
    const fields = { email, password: 'a long enough password' };
    const response = await new Visitor(service.app).submit('/sign-in', fields);
    expect(response.statusCode).toBe(422);
    expect(await sessions()).toEqual([]);
  });

  it('holds no grant, and stands in no list of those who do', async () => {
    expect(await listGrants(service.database, email)).toEqual([]);
    expect(await listGrantsWithin(service.database, 'nation', [''])).toEqual([]);
    expect((await findActorByEmail(service.database, email, service.context.pack.positionOn))?.grants).toEqual([]);
  });
});

/** An account with a password, as an accepted invitation leaves it. */
async function addPassword(service: TestService, email: string, password: string): Promise<void> {
  const { hashPassword } = await import('better-auth/crypto');
  await service.database
    .insertInto('person')
    .values({ id: email, name: 'P', email, email_verified: true })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await service.database
    .insertInto('credential')
    .values({
      id: email,
      person_id: email,
      account_id: email,
      provider_id: 'credential',
      password: await hashPassword(password),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
