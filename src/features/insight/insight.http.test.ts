import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';

describe('with nothing submitted', () => {
  let service: TestService;
  let now = new Date('2015-12-01T12:00:00Z');

  beforeAll(async () => {
    service = await startTestService('facts', { clock: () => now });
  });

  afterAll(() => service.close());

  test('of a round that is over the page says that nothing is recorded here, not that nobody answered', async () => {
    now = new Date('2026-11-02T12:00:00Z');
    const page = await new Visitor(service.app).read('/insights');
    expect(page.text).toMatch(/: nothing is recorded here\. It was due by 15 December 2017\./);
    expect(page.text).not.toMatch(/\b0 of|Who has answered|have submitted/);
    expect(page.section('Commitments and their dates').headings.length).toBeGreaterThan(0);
  });

  test('while one runs the page says what will be here, and still names who is asked', async () => {
    now = new Date('2015-12-01T12:00:00Z');
    const page = await new Visitor(service.app).get('/insights');
    expect(page.statusCode).toBe(200);
    const read = readPage(page, 200);
    expect(read.section('What the scores show').text).toContain('Findings appear here once at least 5 have submitted');
    expect(page.body).toMatch(/: 0 of \d{3} providers have submitted/);
    expect(read.section('Commitments and their dates').headings).toContain('Care is paper-free at the point of care');
    expect(read.text).not.toContain('Illustrative data');
    // One sentence stands in the place of charts without a mark in them.
    expect(read.section('Explore the scores').text).toContain(
      'Scores can be explored here once the first provider has submitted its answers',
    );
    expect(page.body.match(/<figure/g)?.length ?? 0).toBeLessThan(3);
  });
});

describe('with a round of illustrative answers', () => {
  let service: TestService;
  let visitor: Visitor;

  beforeAll(async () => {
    service = await startTestService('demo');
    visitor = new Visitor(service.app);
  });

  afterAll(() => service.close());

  test('findings stand first, with pictures, tables and a warning that they are invented', async () => {
    const page = await visitor.read('/insights');
    expect(page.aside('Illustrative data').text).toContain('Illustrative data:');
    const { headings } = page.section('What the scores show');
    expect(headings[0]).toBe('Providers are furthest on in readiness, least in capabilities');
    expect(headings).toContain('Providers differ more than regions do');
    const answered = page.section('Who has answered').text;
    expect(answered).toMatch(/self-assessment 2015\/16” asked acute trusts.* All \d+ providers have submitted\./);
    expect(answered).not.toContain('missing');
  });

  test('every picture has a title, a description and an id of its own', async () => {
    const { body } = await visitor.get('/insights');
    const pictures = body.match(/<svg[^>]*role="img"[^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(8);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const picture of pictures) {
      const [title, desc] = /aria-labelledby="([^"]+)"/.exec(picture)?.[1]?.split(' ') ?? [];
      expect(body).toMatch(new RegExp(`<title id="${title}">.+</title>`));
      expect(body).toMatch(new RegExp(`<desc id="${desc}">.+</desc>`));
    }
    expectNowhere({ body }, ' style="');
  });

  test('filters are in the address, and a group too small is not drawn', async () => {
    const read = async (query: string) => (await visitor.read(`/insights?${query}`)).section('Explore the scores');
    const acute = await read('care-setting=acute&region=Y56&score=section%3Amedicines');
    expect(acute.text).toContain('Showing acute and specialist hospitals in London');
    expect(acute.headings).toContain('Medicines management and optimisation in bands');
    const ambulance = await read('care-setting=ambulance&region=Y56');
    expect(ambulance.text).toContain('Fewer than 5 of these providers have this score');
    expect(ambulance.headings).not.toContain('Capabilities');
    expect(acute.headings).toContain('Capabilities');
  });

  test.each(['care-setting=%00', 'region=Y54%27--', 'score=section:__proto__', 'score=a&score=b', 'as-at=yesterday'])(
    'hostile input %s is the same as none',
    async (query) => {
      const page = await visitor.read(`/insights?${query}`);
      expect(page.section('Explore the scores').text).toContain('Showing all providers');
    },
  );

  test('no organisation is ranked: only the missing ones would be named', async () => {
    const { body } = await visitor.get('/insights');
    expectNowhere({ body }, 'href="/organisations/');
  });
});
