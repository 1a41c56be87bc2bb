import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';

describe('signing in', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService('demo');
  });
  afterAll(() => service.close());

  it('lists every persona with what they can do, and opens a session as the one chosen', async () => {
    const visitor = new Visitor(service.app);
    const list = await visitor.get('/sign-in/personas');
    expect(list.body).toContain('Authorising executive, The Royal Wolverhampton NHS Trust');
    await visitor.become('persona-executive');
    const home = await visitor.get('/sign-out');
    expect(home.body).toContain('Carol Illustrative');
    expect(home.body).toContain('Authorising executive, The Royal Wolverhampton NHS Trust');
  });

  it('ends the session on signing out', async () => {
    const visitor = new Visitor(service.app);
    await visitor.become('persona-lead');
    await visitor.submit('/sign-out', {});
    expect((await visitor.get('/sign-out')).body).not.toContain('Femi Illustrative');
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
    ['an unknown pair', { email: 'who@example.invalid', password: 'not the password' }, ['this pair was not found']],
    [
      'a password that is not text',
      { email: 'who@example.invalid', password: ['a', 'b'] },
      ['this pair was not found'],
    ],
  ])('says what to mend on %s, keeping the address', async (_name, fields, messages) => {
    const response = await new Visitor(service.app).submit('/sign-in', fields);
    expect(response.statusCode).toBe(422);
    for (const message of messages) {
      expect(response.body).toContain(message);
    }
    expect(response.body).toContain(`value="${fields.email}"`);
  });

  it('refuses a form without its token and changes nothing', async () => {
    const response = await new Visitor(service.app).post('/sign-in/personas', { person: 'persona-lead' });
    expect(response.statusCode).toBe(403);
    expect(response.body).toContain('This form has expired');
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example'])(
    'does not lead to %s after signing in',
    async (target) => {
      await addPassword(service, 'with-password@example.invalid', 'a long enough password');
      const page = `/sign-in?return-to=${encodeURIComponent(target)}`;
      const fields = { email: 'with-password@example.invalid', password: 'a long enough password' };
      const response = await new Visitor(service.app).submit(page, fields);
      expect(response.statusCode).toBe(303);
      expect(response.headers.location).toBe('/workspace');
    },
  );
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
    expect((await visitor.get('/sign-in')).body).not.toContain('persona');
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
