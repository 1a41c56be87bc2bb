import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { problemAnswer } from './api-problem.ts';
import { operations } from './operations.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'GET', url: `/api/v1${url}`, headers });

describe('tables', () => {
  const rowsOf = (text: string) => parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

  it.each([
    ['/footprints?format=csv', 'footprints-2016-06-30.csv', 36],
    ['/organisations?format=csv', 'organisations-2016-06-30.csv', 602],
    ['/memberships?format=csv&role=lead', 'memberships-2016-06-30.csv', undefined],
    ['/organisations?format=csv&limit=5', 'organisations-2016-06-30.csv', 5],
  ])('%s is the whole list unless a limit is given', async (url, fileName, count) => {
    const response = await get(url);
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers['content-disposition']).toBe(`attachment; filename="${fileName}"`);
    const rows = rowsOf(response.body);
    const list = (await get(url.replace('format=csv', 'limit=500').replace(/&limit=5$/, ''))).json();
    expect(rows).toHaveLength(count ?? list.total);
    expect(new Set(rows.map(({ illustrative }) => illustrative))).toEqual(new Set(['false']));
  });

  it('holds no cell that a spreadsheet would run', async () => {
    await sql`update organisation_record set town = '=HYPERLINK("https://example.org")', note = ${'\tx'} where code = 'RL4'`.execute(
      service.database,
    );
    const [row] = rowsOf((await get('/organisations?format=csv&search=RL4')).body);
    expect(row).toMatchObject({ town: `'=HYPERLINK("https://example.org")`, note: `'\tx` });
  });
});

describe('reading it from elsewhere', () => {
  it('is open to every site, and asks for no cookie', async () => {
    const response = await get('/footprints', { origin: 'https://elsewhere.example' });
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
    expect(response.headers).not.toHaveProperty('set-cookie');
  });

  it('answers what a browser asks beforehand', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' };
    const response = await service.app.inject({ method: 'OPTIONS', url: '/api/v1/areas/stp/E54000016', headers });
    expect(response.statusCode).toBe(204);
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'accept, if-none-match',
      'access-control-max-age': '86400',
    });
  });

  it('says which methods there are to whoever asks, browser or not', async () => {
    const response = await service.app.inject({ method: 'OPTIONS', url: '/api/v1/areas/stp/E54000016' });
    expect(response.statusCode).toBe(204);
    expect(response.headers['access-control-allow-headers']).toContain('if-none-match');
  });

  it.each(['/footprints', '/footprints/nowhere'])(
    'protects %s as data, and says nothing that is about pages',
    async (url) => {
      for (const response of [await get(url), await get(url)]) {
        expect(response.headers).toMatchObject({
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
          'x-content-type-options': 'nosniff',
        });
        expect(response.headers).not.toHaveProperty('cross-origin-resource-policy');
        expect(response.headers).not.toHaveProperty('referrer-policy');
        expect(response.headers).not.toHaveProperty('x-frame-options');
        expect(response.headers).not.toHaveProperty('cross-origin-opener-policy');
      }
    },
  );

  it('lets a page on another site read why it was refused', async () => {
    const refused = await service.app.inject({ method: 'POST', url: '/api/v1/footprints' });
    expect(refused.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag, link, retry-after, x-request-id, ratelimit, ratelimit-policy',
    });
  });

  it('opens no other part of the service', async () => {
    for (const url of ['/sign-in', '/api/docs', '/healthz']) {
      expect((await service.app.inject(url)).headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('refuses %s', async (method) => {
    const response = await service.app.inject({ method, url: '/api/v1/footprints' });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe('GET, HEAD, OPTIONS');
    expect(response.json()).toMatchObject({ code: 'method-not-allowed' });
  });

  it('answers HEAD as GET without the content', async () => {
    const response = await service.app.inject({ method: 'HEAD', url: '/api/v1/footprints' });
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe('');
  });
});

describe('asking again', () => {
  it('costs nothing while the answer is the same, and shows when it is not', async () => {
    const { headers } = await get('/footprints?limit=3');
    const known = { 'if-none-match': String(headers.etag) };
    expect(headers['cache-control']).toBe('public, max-age=60');
    const again = await get('/footprints?limit=3', known);
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', headers.etag]);
    expect((await get('/footprints?limit=4', known)).statusCode).toBe(200);
  });

  it('is never told of from a copy when it went wrong', async () => {
    expect((await get('/footprints?limit=0')).headers['cache-control']).toContain('no-store');
  });
});

describe('asking too often', () => {
  it('is refused for that address alone, with when to go on', async () => {
    const { config } = service.context;
    const limited = await startTestService('facts', { config: { ...config, apiRequestsPerMinute: 3 } });
    const ask = (remoteAddress: string, url = '/api/v1/programmes') => limited.app.inject({ url, remoteAddress });
    for (const url of ['/api/v1/programmes', '/api/v1/nothing', '/api/v1/instruments']) {
      expect((await ask('10.0.0.1', url)).statusCode).not.toBe(429);
    }
    const refused = await ask('10.0.0.1');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(problemAnswer.parse(refused.json())).toMatchObject({ code: 'too-many-requests' });
    expect((await ask('10.0.0.2')).statusCode).toBe(200);
    const together = await Promise.all(Array.from({ length: 5 }, () => ask('10.0.0.3', '/api/v1/instruments?limit=7')));
    const left = together.map(({ statusCode, headers }) => [statusCode, headers.ratelimit]);
    expect(left.toSorted()).toEqual([
      [200, expect.stringMatching(/^"network";r=0;t=\d+$/)],
      [200, expect.stringMatching(/^"network";r=1;t=\d+$/)],
      [200, expect.stringMatching(/^"network";r=2;t=\d+$/)],
      [429, expect.stringMatching(/^"network";r=0;t=\d+$/)],
      [429, expect.stringMatching(/^"network";r=0;t=\d+$/)],
    ]);
    expect(refused.headers['ratelimit-policy']).toBe('"network";q=3;w=60');
    await limited.close();
  });
});

describe('the description and its page', () => {
  it('is served as JSON', async () => {
    const response = await get('/openapi.json');
    expect(response.headers['content-type']).toContain('application/json');
    expect(response.json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('explains every operation, with a request to copy', async () => {
    const page = await service.app.inject('/api/docs');
    const read = readPage(page, 200);
    for (const { id, path, example, summary } of operations) {
      expect(page.body).toMatch(new RegExp(` id="${id}"`));
      const section = read.section(summary);
      expect(section.text).toContain(`GET /api/v1${path}`);
      expect(section.text).toContain(`/api/v1${example.request}`);
    }
    expect(read.title).not.toBe('');
  });

  it('is what the address of the API leads to', async () => {
    expect((await service.app.inject('/api/v1')).headers.location).toBe('/api/docs');
  });
});

describe.each(operations.filter(({ tag }) => tag !== 'Results' && tag !== 'Roadmaps'))('$id', ({ answer, example }) => {
  it('really answers in the shape it is described with', async () => {
    const response = await get(example.request);
    expect(response.statusCode).toBe(200);
    expect(answer.parse(response.json())).toEqual(response.json());
  });
});
