import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';

describe('with nothing submitted', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService('facts');
  });

  afterAll(() => service.close());

  test('the page says what will be here, and still names who is asked', async () => {
    const page = await new Visitor(service.app).get('/insights');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Findings appear here once at least 5 providers have submitted');
    expect(page.body).toMatch(/: 0 of \d{3} providers have submitted/);
    expect(page.body).toContain('Care is paper-free at the point of care');
    expect(page.body).not.toContain('Illustrative data');
    // One sentence stands in the place of charts without a mark in them.
    expect(page.body).toContain('Scores can be explored here once a provider has submitted its answers');
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
    const page = await visitor.get('/insights');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Illustrative data:');
    expect(page.body).toContain('Providers are furthest on in readiness, least in capabilities');
    expect(page.body).toContain('Providers differ more than regions do');
    expect(page.body).toContain('Who is missing (1)');
    expect(page.body).toContain('The Royal Wolverhampton NHS Trust');
  });

  test('every picture has a title, a description and an id of its own', async () => {
    const { body } = await visitor.get('/insights');
    const pictures = body.match(/<svg[^>]*role="img"[^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(8);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const picture of pictures) {
      const [title, desc] = /aria-labelledby="([^"]+)"/.exec(picture)?.[1]?.split(' ') ?? [];
      expect(body).toContain(`<title id="${title}">`);
      expect(body).toContain(`<desc id="${desc}">`);
    }
    expect(body).not.toContain(' style="');
  });

  test('filters are in the address, and a group too small is not drawn', async () => {
    const acute = await visitor.get('/insights?care-setting=acute&region=Y56&score=section%3Amedicines');
    expect(acute.body).toContain('acute and specialist hospitals in London');
    expect(acute.body).toContain('Medicines management and optimisation in bands');
    const ambulance = await visitor.get('/insights?care-setting=ambulance&region=Y56');
    expect(ambulance.body).toContain('Fewer than 5 of these providers have this score');
  });

  test.each(['care-setting=%00', 'region=Y54%27--', 'score=section:__proto__', 'score=a&score=b', 'as-at=yesterday'])(
    'hostile input %s is the same as none',
    async (query) => {
      const page = await visitor.get(`/insights?${query}`);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('Showing <strong>all providers</strong>');
    },
  );

  test('no organisation is ranked: only the missing ones are named', async () => {
    const { body } = await visitor.get('/insights');
    expect(body.match(/href="\/organisations\/[^"]+"/g)).toHaveLength(1);
  });
});
