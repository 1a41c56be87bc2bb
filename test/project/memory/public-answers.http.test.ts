import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../../src/paths.ts';
import { successCookieName } from '../../../src/views/page/success.ts';
import { expectNowhere } from '../../database/nowhere.ts';
import { readPage } from '../../database/page-reader.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';
import { type CountingApp, countingApp } from './counting-app.ts';

let service: TestService;
/** The service once more, with a database that counts what it is asked. */
let counting: CountingApp;
let app: FastifyInstance;
let at = new Date('2017-11-30T12:00:00Z');

beforeAll(async () => {
  service = await startTestService('demo', { clock: () => at });
  counting = await countingApp(service.context, service.changes);
  app = counting.app;
});
afterAll(async () => {
  await app.close();
  await service.close();
});

type Headers = Readonly<Record<string, string>>;

function get(url: string, headers: Headers = {}, method: 'GET' | 'HEAD' = 'GET'): Promise<LightMyRequestResponse> {
  return app.inject({ method, url, headers });
}

function costOf(url: string, headers: Headers = {}): Promise<number> {
  return counting.costOf(() => get(url, headers));
}

/** Tells of a change that changes nothing, so that whatever is in memory is forgotten. */
async function touch(): Promise<void> {
  await service.database.updateTable('source').set({ note: sql`note` }).where('source_id', '=', 'formation').execute();
}

const footprint = paths.footprint('wolverhampton');
/** What is said of each request anew. */
const ofOneRequest = ['x-request-id', 'date', 'connection', 'ratelimit'];

function lasting({ headers }: LightMyRequestResponse) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofOneRequest.includes(name)));
}

describe('an answer from memory', () => {
  it.each([paths.home(), footprint, paths.apiFootprint('wolverhampton'), paths.insights()])(
    'of %s is the one that was made, and asks nothing of the database',
    async (url) => {
      await touch();
      for (const encoding of ['', 'gzip', 'br']) {
        const fresh = await get(url, { 'accept-encoding': encoding });
        const kept = await get(url, { 'accept-encoding': encoding });
        expect(kept.statusCode).toBe(200);
        expect(lasting(kept)).toEqual(lasting(fresh));
        expect(kept.rawPayload.equals(fresh.rawPayload)).toBe(true);
        expect(kept.headers['x-request-id']).not.toBe(fresh.headers['x-request-id']);
        expect(kept.headers['content-encoding'] ?? '').toBe(encoding);
        expect(await costOf(url, { 'accept-encoding': encoding })).toBe(0);
      }
    },
  );

  it('is the same bytes however it is packed, under a tag of its own', async () => {
    const [plain, gzip, br] = await Promise.all(
      ['identity', 'gzip', 'br'].map((encoding) => get(footprint, { 'accept-encoding': encoding })),
    );
    expect(gunzipSync(gzip?.rawPayload ?? '').equals(plain?.rawPayload ?? Buffer.of())).toBe(true);
    expect(brotliDecompressSync(br?.rawPayload ?? '').equals(plain?.rawPayload ?? Buffer.of())).toBe(true);
    const tags = [plain, gzip, br].map((response) => String(response?.headers.etag));
    expect(new Set(tags).size).toBe(3);
    expect(tags.every((tag) => /^"[\w-]+"$/.test(tag))).toBe(true);
    expect(plain?.headers.vary).toBe('cookie, accept-encoding');
  });

  it('is not sent to whoever has it already, fresh or kept', async () => {
    const { headers } = await get(footprint, { 'accept-encoding': 'gzip' });
    const etag = String(headers.etag);
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const ask = () => get(footprint, { 'accept-encoding': 'gzip', 'if-none-match': known });
      const kept = await ask();
      await touch();
      const fresh = await ask();
      for (const response of [kept, fresh]) {
        expect([response.statusCode, response.body, response.headers.etag]).toEqual([304, '', etag]);
        expect(response.headers['content-security-policy']).toBe(headers['content-security-policy']);
        expect(response.headers['content-type']).toBeUndefined();
      }
    }
    expect((await get(footprint, { 'accept-encoding': 'br', 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('tells HEAD what GET would get, and is made by either', async () => {
    await touch();
    const head = await get(footprint, {}, 'HEAD');
    expect(await costOf(footprint)).toBe(0);
    const [body, again] = [await get(footprint), await get(footprint, {}, 'HEAD')];
    expect([head.body, again.body]).toEqual(['', '']);
    expect(lasting(again)).toEqual(lasting(body));
    expect(lasting(head)).toEqual(lasting(body));
    expect(body.headers['content-length']).toBe(String(body.rawPayload.length));
  });

  it('differs by what is asked for', async () => {
    await touch();
    const addresses = [
      paths.footprints(),
      `${paths.footprints()}?as-at=2017-01-01`,
      `${paths.footprints()}?stage=published`,
      `${paths.footprints()}?sort=-name`,
      `${paths.footprints()}?size=25`,
    ];
    const fresh = await Promise.all(addresses.map((url) => get(url)));
    const kept = await Promise.all(addresses.map((url) => get(url)));
    expect(new Set(fresh.map(({ body }) => body)).size).toBe(addresses.length);
    expect(kept.map(({ body }) => body)).toEqual(fresh.map(({ body }) => body));
  });

  it('counts towards the limit of the API, which refuses as ever', async () => {
    const url = paths.apiItem('programmes');
    const config = { ...service.context.config, apiRequestsPerMinute: 3 };
    const { app: limited } = await countingApp({ ...service.context, config }, service.changes);
    const ask = () => limited.inject({ url, remoteAddress: '10.1.1.1' });
    const left = [await ask(), await ask(), await ask()].map(
      ({ headers }) => /;r=(\d+);/.exec(String(headers.ratelimit))?.[1],
    );
    expect(left).toEqual(['2', '1', '0']);
    const refused = await ask();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'private, no-store' });
    await limited.close();
  });
});

describe('no answer is kept', () => {
  it.each([`${footprint}?utm_source=x`, `${footprint}?as-at=2016-06-30&v=1`, `${paths.footprints()}?%71=x`])(
    'of an address with a parameter that nobody knows: %s',
    async (url) => {
      const first = await costOf(url);
      expect(first).toBeGreaterThan(0);
      expect(await costOf(url)).toBe(first);
    },
  );

  it.each([paths.contact(), paths.status(), paths.signIn(), paths.footprint('nowhere'), '/healthz'])(
    'of what is not the same for everybody: %s',
    async (url) => {
      await get(url);
      const again = await get(url);
      expect(again.headers.etag).toBeUndefined();
    },
  );

  it('of a download that is sent piece by piece', async () => {
    const url = `${paths.organisations()}?format=csv`;
    await get(url);
    expect(await costOf(url)).toBeGreaterThan(0);
  });

  it('of a request without a host, which is refused all the same', async () => {
    await get(footprint);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET ${footprint} HTTP/1.1\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toContain('HTTP/1.1 400');
  });

  it('of whoever is signed in, nor do they get one', async () => {
    await touch();
    const visitor = new Visitor(app);
    await visitor.become('persona-executive');
    const own = await visitor.get(footprint);
    expect(own.headers).toMatchObject({ 'cache-control': 'private, no-store' });
    expect(own.headers.etag).toBeUndefined();
    const anybodys = await get(footprint);
    const ownAgain = await visitor.get(footprint);
    expectNowhere(anybodys, 'data-person');
    expect((await get(footprint)).body).toBe(anybodys.body);
    expect(withoutToken(ownAgain.body)).toBe(withoutToken(own.body));
    expect(own.body).toMatch(/data-person="persona-executive"/);
  });

  it.each([' =', '\t=', '  ='])('of whoever is signed in with a cookie that is written with “%s”', async (sign) => {
    await touch();
    const visitor = new Visitor(app);
    await visitor.become('persona-executive');
    const session = visitor.seen.findLast(({ name }) => name.endsWith('session_token'));
    const cookie = `${session?.name}${sign}${encodeURIComponent(session?.value ?? '')}`;
    const own = await get(footprint, { cookie });
    expect(own.headers).toMatchObject({ 'cache-control': 'private, no-store' });
    expectNowhere(await get(footprint), 'data-person');
    expect((await get(paths.workspace(), { cookie })).headers['cache-control']).toBe('private, no-store');
  });

  it('of the words to one person after a form, nor do they get one', async () => {
    await get(footprint);
    const cookie = `${successCookieName(app.cookieRules)}=words`;
    const told = await get(footprint, { cookie });
    expect(String(told.headers['set-cookie'])).toContain('ldr-demo-success=;');
    expect(told.headers.etag).toBeUndefined();
    expect(await costOf(footprint, { cookie })).toBeGreaterThan(0);
    expect(await costOf(footprint, { cookie: `${app.cookieRules.nameOf('csrf')}=of-a-form-before` })).toBe(0);
  });
});

describe('a change', () => {
  it('is on the next page of the process that made it', async () => {
    const source = await service.database
      .selectFrom('source')
      .select(['source_id', 'title'])
      .where('shipped', '=', true)
      .execute();
    await get(paths.home());
    for (const title of ['One title', 'Another title']) {
      await service.database.updateTable('source').set({ title }).where('shipped', '=', true).execute();
      expect((await get(paths.home())).body).toMatch(new RegExp(title));
    }
    for (const { source_id, title } of source) {
      await service.database.updateTable('source').set({ title }).where('source_id', '=', source_id).execute();
    }
  });

  it('makes each page anew once, however many ask', async () => {
    await touch();
    const once = await costOf(footprint);
    await touch();
    const crowd = () => Promise.all(Array.from({ length: 30 }, () => get(footprint)));
    expect(await counting.costOf(crowd)).toBe(once);
    expect(new Set((await crowd()).map(({ body }) => body)).size).toBe(1);
  });

  it('makes a page anew once for a crowd behind somebody whom the limit refuses', async () => {
    const config = { ...service.context.config, apiRequestsPerMinute: 50 };
    const limited = await countingApp({ ...service.context, config }, service.changes);
    const url = paths.apiFootprint('wolverhampton');
    const ask = (remoteAddress: string) => limited.app.inject({ url, remoteAddress });
    for (let count = 0; count <= 50; count += 1) {
      await limited.app.inject({ url: paths.apiItem('programmes'), remoteAddress: '10.0.0.9' });
    }
    await touch();
    const once = await limited.costOf(() => ask('10.0.0.1'));
    await touch();
    let statuses: number[] = [];
    const crowd = await limited.costOf(async () => {
      const answers = await Promise.all([ask('10.0.0.9'), ...Array.from({ length: 20 }, () => ask('10.0.0.1'))]);
      statuses = answers.map(({ statusCode }) => statusCode);
    });
    expect(new Set(statuses)).toEqual(new Set([429, 200]));
    // The refusal may be noted, beside the one page.
    expect(crowd - once).toBeLessThanOrEqual(1);
    await limited.app.close();
  });

  it('is not told of when it is rolled back', async () => {
    await get(footprint);
    const before = service.changes.revision();
    const rollback = service.database.transaction().execute(async (transaction) => {
      await transaction.updateTable('source').set({ note: 'x' }).where('source_id', '=', 'formation').execute();
      throw new Error('no');
    });
    await expect(rollback).rejects.toThrow('no');
    await service.changes.settled();
    expect(service.changes.revision()).toBe(before);
  });
});

describe('time', () => {
  it('ends the day of every answer', async () => {
    await get(paths.home());
    expect(await costOf(paths.home())).toBe(0);
    at = new Date('2017-12-01T00:00:01Z');
    const next = await get(paths.home());
    const { text } = readPage(next, 200);
    expect(text).toContain('1 December 2017');
    expect(text).not.toContain('30 November 2017');
  });
});

/** The token of a form is another on every page. */
function withoutToken(body: string): string {
  return body.replace(/name="_csrf" value="[^"]*"/, '');
}
