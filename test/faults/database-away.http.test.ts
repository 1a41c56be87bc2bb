import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildApp } from '../../src/compose.ts';
import { savedOf, sectionOf } from '../../src/features/assessment/testing/pages.ts';
import { nextTrust } from '../../src/features/assessment/testing/real-instrument.ts';
import { paths } from '../../src/paths.ts';
import { type Database, openDatabase, openPool } from '../../src/platform/database/database.ts';
import { type DatabaseLimits, withoutLimits } from '../../src/platform/database/limits.ts';
import { signInByPassword } from '../builders/sign-in-as.ts';
import { type FaultyProxy, faultyProxy } from '../database/faulty-proxy.ts';
import { formOn, untouched } from '../database/page-forms.ts';
import { readPage } from '../database/page-reader.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { Visitor } from '../database/visitor.ts';

const patience = { timeout: 30_000, interval: 50 };

let service: TestService;
let proxy: FaultyProxy;
const opened: { app: FastifyInstance; database: Database }[] = [];

beforeAll(async () => {
  service = await startTestService('facts');
  proxy = await faultyProxy(service.url);
});

afterAll(async () => {
  await proxy.close();
  for (const { app, database } of opened) {
    await app.close();
    await database.destroy();
  }
  await service.close();
});

/** The service over the proxy. */
async function openService(changes: Partial<DatabaseLimits> = {}): Promise<FastifyInstance> {
  const limits = { ...withoutLimits, connections: 4, ...changes };
  const pool = openPool(`${proxy.url}?application_name=proxied`, limits.connections, limits);
  const database = openDatabase(pool, limits);
  const app = await buildApp({ ...service.context, database }, 'a-secret-for-tests-only-0123456789');
  opened.push({ app, database });
  return app;
}

/** Somebody who may answer for a trust. */
async function answering(app: FastifyInstance, headers: Readonly<Record<string, string>> = {}) {
  const trust = nextTrust();
  const grants = [{ role: 'contributor', scopeId: trust }] as const;
  const visitor = await signInByPassword({ app, database: service.database }, grants, {}, headers);
  return { trust, visitor, section: sectionOf(trust, 'records') };
}

const terminateProxied = () =>
  sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'proxied'`.execute(
    service.database,
  );

const commentsKept = async (trust: string) =>
  (
    await sql<{ comment: string }>`
      select answer_history.comment from answer_history where answer_history.organisation_id = ${trust}`.execute(
      service.database,
    )
  ).rows.map(({ comment }) => comment);

describe('connections that are ended while people work', () => {
  test('cost no more than an answer that says so, and nothing that was acknowledged', async () => {
    const app = await openService();
    const people = [];
    for (let person = 0; person < 6; person += 1) {
      people.push(await answering(app));
    }
    const statuses: number[] = [];
    let isOver = false;
    const work = people.map(async ({ trust, visitor, section }) => {
      const acknowledged: string[] = [];
      while (!isOver) {
        const comment = `Note ${statuses.length}`;
        const status = await saveComment(visitor, section, comment);
        statuses.push(status);
        if (status === 303) {
          acknowledged.push(comment);
        }
      }
      return { trust, acknowledged };
    });
    for (let round = 1; round <= 5; round += 1) {
      await terminateProxied();
      await vi.waitFor(() => expect(statuses.length).toBeGreaterThan(round * people.length), patience);
    }
    isOver = true;
    for (const { trust, acknowledged } of await Promise.all(work)) {
      expect(await commentsKept(trust)).toEqual(expect.arrayContaining(acknowledged));
    }
    expect(statuses.filter((status) => status !== 303 && status !== 503)).toEqual([]);
    expect(statuses).toContain(503);
    expect(statuses).toContain(303);
  });
});

/** Reads the page of the section and sends it with this comment; answers with the status of what came last. */
async function saveComment(visitor: Visitor, section: string, comment: string): Promise<number> {
  const page = await visitor.get(section);
  const token = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1];
  const revision = /name="revision-RA1" value="(\d+)"/.exec(page.body)?.[1];
  if (token === undefined || revision === undefined) {
    return page.statusCode;
  }
  const fields = { _csrf: token, 'comment-RA1': comment, 'revision-RA1': revision };
  return (await visitor.post(section, fields)).statusCode;
}

describe('a save whose answer is lost', () => {
  test('may or may not have been saved, and the page says just that', async () => {
    const app = await openService();
    const { trust, visitor, section } = await answering(app);
    const token = await visitor.tokenOf(section);
    proxy.loseAnswerTo('commit');
    const fields = { _csrf: token, 'comment-RA1': 'In time?', 'revision-RA1': '0' };
    const answer = await visitor.post(section, fields);
    const { text } = readPage(answer, 503);
    expect(text).toContain('may or may not have been saved');
    expect(text).toContain('open the page anew and look');
    await expect.poll(() => savedOf(service, trust), patience).toMatchObject([{ comment: 'In time?' }]);
  });

  test('is said to be unsaved where that is certain', async () => {
    const app = await openService({ lockMilliseconds: 100 });
    const { trust, visitor, section } = await answering(app);
    const token = await visitor.tokenOf(section);
    const fields = { _csrf: token, 'comment-RA1': 'Too late', 'revision-RA1': '0' };
    const answer = await service.database.transaction().execute(async (transaction) => {
      await sql`lock table answer in access exclusive mode`.execute(transaction);
      return visitor.post(section, fields);
    });
    expect(readPage(answer, 503).text).toContain(
      'Somebody else is changing the same thing just now. What you sent was not saved.',
    );
    expect(await savedOf(service, trust)).toEqual([]);
  });
});

describe('a database that hangs', () => {
  // Wide limits, so that only /readyz can be quicker by itself.
  const wide = { waitMilliseconds: 30_000, statementMilliseconds: 30_000 };

  test('does not keep /healthz or /readyz from answering, signed in or not', async () => {
    const app = await openService(wide);
    const { visitor } = await answering(app);
    proxy.stall();
    for (const asking of [new Visitor(app), visitor]) {
      expect((await asking.get('/healthz')).json()).toEqual({ status: 'ok' });
      const ready = await asking.get('/readyz');
      expect([ready.statusCode, ready.json()]).toEqual([503, expect.objectContaining({ status: 'not ready' })]);
    }
    proxy.resume();
    await expect.poll(async () => (await visitor.get('/readyz')).statusCode, patience).toBe(200);
  });

  test('is answered for with 503 once the limits are reached, as a page or for programs, and is served again after', async () => {
    const app = await openService({ statementMilliseconds: 1000, waitMilliseconds: 2000, waiting: 20 });
    const { visitor } = await answering(app);
    proxy.stall();
    const crowd = await Promise.all([
      ...Array.from({ length: 8 }, () => visitor.get(paths.workspace())),
      new Visitor(app).get('/api/v1/organisations'),
      new Visitor(app).get(paths.organisations()),
    ]);
    for (const { statusCode, headers } of crowd) {
      expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
    }
    const [api, page] = crowd.slice(-2);
    expect(api?.headers['content-type']).toContain('application/problem+json');
    expect(api?.json()).toMatchObject({ status: 503, code: 'unavailable' });
    const read = readPage({ statusCode: 503, body: page?.body ?? '' }, 503);
    expect(read.title).toBe('The service is not available just now');
    expect(read.documentTitle).toBe('The service is not available just now – Local Digital Roadmaps');
    proxy.resume();
    await expect.poll(async () => (await visitor.get(paths.workspace())).statusCode, patience).toBe(200);
  });
});

describe('a disk that is full', () => {
  test('is told in words, and reading goes on', async () => {
    const app = await openService();
    const { trust, visitor, section } = await answering(app);
    const token = await visitor.tokenOf(section);
    const fields = { _csrf: token, 'comment-RA1': 'No room', 'revision-RA1': '0' };
    // The server's own words for it, on this table alone.
    await sql`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception using errcode = '53100', message = 'could not extend file: No space left on device'; end $$`.execute(
      service.owner,
    );
    await sql`create trigger no_room before insert on answer for each row execute function no_room()`.execute(
      service.owner,
    );
    const answer = await visitor.post(section, fields);
    await sql`drop trigger no_room on answer`.execute(service.owner);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '60']);
    const { text } = readPage(answer, 503);
    expect(text).toContain('The disk that the service keeps its data on is full or failing.');
    expect(text).toContain('What you sent was not saved.');
    expect((await visitor.get(section)).statusCode).toBe(200);
    expect(await savedOf(service, trust)).toEqual([]);
  });
});

describe('a database that is gone', () => {
  test('is no reason to say that a password is wrong, or that somebody is not signed in', async () => {
    const app = await openService();
    const { visitor } = await answering(app);
    await proxy.whileGone(async () => {
      const signIn = await new Visitor(app).submit('/sign-in', {
        email: 'a@example.nhs.uk',
        password: 'wrong password',
      });
      expect(signIn.statusCode).toBe(503);
      expect((await visitor.get(paths.workspace())).statusCode).toBe(503);
      expect((await new Visitor(app).get(paths.about())).statusCode).toBe(200);
    });
    expect((await visitor.get(paths.workspace())).statusCode).toBe(200);
  });

  test('takes nothing from whoever typed a form, who sends it again once it is back', async () => {
    const app = await openService();
    const { trust, section, visitor } = await answering(app, { 'sec-fetch-site': 'same-origin' });
    const form = formOn((await visitor.get(section)).body, 'comment-RA1');
    const typed = { ...untouched(form), 'comment-RA1': 'Typed while it was gone' };
    const refused = await proxy.whileGone(() => visitor.post(section, typed));
    expect([refused.statusCode, refused.headers['cache-control']]).toEqual([503, 'private, no-store']);
    const told = readPage(refused, 503);
    expect(told.text).toContain('What you sent was not saved.');
    expect(told.buttons).toContain('Send it again');

    // Nobody could tell whose session it is, so its token is asked for anew.
    const again = await visitor.post(section, untouched(formOn(refused.body, 'comment-RA1')));
    expect(readPage(again, 403).text).toContain('Typed while it was gone');
    const sent = await visitor.post(section, untouched(formOn(again.body, 'comment-RA1')));
    expect(sent.statusCode).toBe(303);
    expect(await savedOf(service, trust)).toMatchObject([{ comment: 'Typed while it was gone' }]);
  });

  test('ends a download that is under way, and nothing else', async () => {
    const app = await openService();
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const download = await fetch(`${address}${paths.organisations()}?format=csv`);
    proxy.cut();
    await download.text().catch(() => undefined);
    expect((await new Visitor(app).get(paths.organisations())).statusCode).toBe(200);
  });
});
