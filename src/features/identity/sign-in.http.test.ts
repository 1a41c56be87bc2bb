import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, signInByPassword } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { buildApp } from '../../compose.ts';
import { paths } from '../../paths.ts';
import { parseConfig } from '../../platform/config.ts';

const PROXY = '10.0.0.5';
const config = parseConfig({ DEMO: '0', LOG_LEVEL: 'silent', TRUST_PROXY: '1' });

let now = new Date();
const later = (seconds: number) => {
  now = new Date(now.getTime() + 1000 * seconds);
};

/** Two processes on one database, behind one proxy. */
let one: TestService;
let other: Pick<TestService, 'app'>;
beforeAll(async () => {
  one = await startTestService('facts', { config, clock: () => now });
  other = { app: await buildApp(one.context, 'a-secret-for-tests-only-0123456789') };
});
afterAll(async () => {
  await other.app.close();
  await one.close();
});

/** Somebody who reaches a process through the proxy, from an address of their own, with one they made up before it. */
function from(address: string, app = one.app, invented = '198.51.100.1'): Visitor {
  return new Visitor(app, PROXY, { 'x-forwarded-for': `${invented}, ${address}` });
}

async function somebody(grants: Parameters<typeof signInByPassword>[1] = []) {
  const personId = `person-${one.context.newId()}`;
  const visitor = await signInByPassword(one, grants, { personId });
  return { visitor, personId, email: `${personId}@example.nhs.uk` };
}

const guess = (visitor: Visitor, email: string, password = 'not the password') =>
  visitor.submit(paths.signIn(), { email, password });

describe('guessing passwords', () => {
  it('is limited by network, over all processes, whatever address the guesser makes up', async () => {
    const statuses: number[] = [];
    for (let number = 0; number < 30; number += 1) {
      const app = number % 2 === 0 ? one.app : other.app;
      const visitor = from('203.0.113.1', app, `198.51.100.${number}`);
      statuses.push((await guess(visitor, `nobody-${number}@example.invalid`)).statusCode);
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(422));
    expect(statuses.slice(20)).toEqual(Array(10).fill(429));
  });

  it.each(['an account', 'no account'])('is limited by account, over all processes and networks: %s', async (which) => {
    const email = which === 'an account' ? (await somebody()).email : 'nobody@example.invalid';
    const answers: LightMyRequestResponse[] = [];
    for (let number = 0; number < 30; number += 1) {
      const app = number % 2 === 0 ? one.app : other.app;
      answers.push(await guess(from(`203.0.113.${100 + number}`, app), number % 3 === 0 ? email.toUpperCase() : email));
    }
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array(5).fill(422), ...Array(25).fill(429)]);
    const faultOf = (index: number, status: number) =>
      readPage(answers[index] ?? { statusCode: 0, body: '' }, status).field('E-mail address').error;
    expect(faultOf(4, 422)).toContain('this pair was not found');
    expect(faultOf(29, 429)).toBe('There were too many tries. Wait 30 seconds, then try again');
    expect(answers[29]?.headers['retry-after']).toBe('30');
  });

  it('is limited as well where all guesses come at once', async () => {
    const { email } = await somebody();
    const visitors = Array.from({ length: 12 }, (_, number) =>
      from(`203.0.112.${number}`, [one.app, other.app][number % 2]),
    );
    const answers = await Promise.all(visitors.map((visitor) => guess(visitor, email)));
    expect(answers.filter(({ statusCode }) => statusCode === 422)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7);
  });

  it('does not let the right password through while one has to wait, and does afterwards', async () => {
    const { email } = await somebody();
    for (let number = 0; number < 5; number += 1) {
      await guess(from('203.0.113.2'), email);
    }
    expect((await guess(from('203.0.113.3'), email, PASSWORD)).statusCode).toBe(429);
    later(30);
    expect((await guess(from('203.0.113.3'), email, PASSWORD)).statusCode).toBe(303);
    expect((await guess(from('203.0.113.4'), email)).statusCode).toBe(422);
  });

  it('keeps nobody out of their account with the browser they use', async () => {
    const { visitor, email } = await somebody();
    await visitor.submit(paths.signOut(), {});
    for (let number = 0; number < 8; number += 1) {
      await guess(from(`203.0.113.${50 + number}`), email);
    }
    expect((await guess(from('203.0.113.60'), email, PASSWORD)).statusCode).toBe(429);
    expect((await guess(visitor, email, PASSWORD)).statusCode).toBe(303);
  });
});

const eventsOf = (account: string) =>
  one.database.selectFrom('security_event').selectAll().where('account', '=', account).orderBy('event_id').execute();

describe('what happened', () => {
  it('is recorded: sign-ins, failures with the account, limits', async () => {
    const { email, personId } = await somebody();
    for (let number = 0; number < 7; number += 1) {
      await guess(from('203.0.113.7', one.app, '198.51.100.9'), email);
    }
    const recorded = await eventsOf(email);
    expect(recorded.map(({ kind }) => kind)).toEqual([
      'signed-in',
      ...Array(5).fill('sign-in-failed'),
      'limit-reached',
    ]);
    expect(recorded[0]?.person_id).toBe(personId);
    expect(recorded.at(-1)).toMatchObject({ place: 'POST /sign-in', network_address: '203.0.113.7' });
  });

  it('and refusals, without what was sent', async () => {
    const { visitor, personId } = await somebody();
    expect((await visitor.get(`${paths.security()}?kind=secret-word`)).statusCode).toBe(403);
    expect((await visitor.get(paths.security())).statusCode).toBe(403);
    const recorded = await one.database
      .selectFrom('security_event')
      .selectAll()
      .where('person_id', '=', personId)
      .execute();
    expect(recorded.filter(({ kind }) => kind === 'refused')).toMatchObject([{ place: 'GET /workspace/security' }]);
    expect(JSON.stringify(recorded)).not.toContain('secret-word');
  });

  it('without a password that was typed into the wrong field', async () => {
    await guess(from('203.0.113.8'), 'my secret passphrase');
    const all = JSON.stringify(await one.database.selectFrom('security_event').selectAll().execute());
    expect(all).not.toContain('my secret');
    expect(all).not.toContain('not the password');
  });

  it('can be read by administrators, by kind and page by page', async () => {
    const { visitor } = await somebody([{ role: 'administrator' }]);
    expect((await visitor.read(paths.workspace())).link('Sign-ins and refusals')).toBe(paths.security());
    const failed = (await visitor.read(paths.security({ kind: 'sign-in-failed' }))).table(
      'Sign-in failed, newest first',
    );
    expect(new Set(failed.map(([, what]) => what))).toEqual(new Set(['Sign-in failed']));
    const newest = await visitor.read(paths.security());
    const older = await visitor.read(newest.link('Older events'));
    const seen = [newest, older].flatMap((page) => page.table('All events, newest first').map((cells) => cells.join()));
    expect(newest.table('All events, newest first')).toHaveLength(50);
    expect(seen.length).toBeGreaterThan(50);
  });
});

// Last, as sessions are opened at the time of the machine, and so are over at these times.
describe('in time', () => {
  it('a failure is forgotten, in the table too', async () => {
    await guess(from('203.0.113.5'), 'forgotten@example.invalid');
    later(25 * 3600);
    await somebody();
    const rows = await one.database.selectFrom('sign_in_failure').select('bucket').where('failures', '>', 0).execute();
    expect(rows).toEqual([]);
  });

  it('what happened is removed after its days', async () => {
    const { email } = await somebody();
    expect(await eventsOf(email)).not.toEqual([]);
    later((config.securityEventDays + 1) * 24 * 3600);
    await somebody();
    expect(await eventsOf(email)).toEqual([]);
  });
});
