import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listReviewDates } from '../../../src/features/review/index.ts';
import { listVersionDates, versionStateOn } from '../../../src/features/roadmap/index.ts';
import { paths } from '../../../src/paths.ts';
import { dayBefore, dayOf } from '../../../src/platform/days.ts';
import { PageReader } from '../../database/page-reader.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';

/* How far a footprint has come is read once, and of the day that the page shows. */

let service: TestService;
let publishedOn: string;

beforeAll(async () => {
  service = await startTestService('demo');
  const { published_at } = await service.database
    .selectFrom('publication')
    .select('published_at')
    .where('footprint_id', '=', 'footprint:don')
    .executeTakeFirstOrThrow();
  publishedOn = dayOf(published_at);
});
afterAll(() => service.close());

async function read(address: string): Promise<PageReader> {
  const { body, statusCode } = await service.app.inject({ url: address });
  expect(statusCode).toBe(200);
  return new PageReader(body);
}

describe('a footprint with a published roadmap', () => {
  test('is published today, and on the day it was published', async () => {
    for (const address of [paths.footprint('doncaster'), paths.footprint('doncaster', { 'as-at': publishedOn })]) {
      const stage = (await read(address)).section('Facts').fact('Stage of its roadmap');
      expect(stage.text).toBe('Published Version 1 of the roadmap is public');
    }
  });

  test('shows nothing of it on a day before, and says so', async () => {
    const page = await read(paths.footprint('doncaster', { 'as-at': dayBefore(publishedOn) }));
    const roadmap = page.section('The roadmap');
    expect(roadmap.text).toContain('No roadmap of Doncaster was published here by');
    expect(roadmap.link('See what is published today')).toBe('/footprints/doncaster#roadmap');
    expect(() => roadmap.link('Read the roadmap')).toThrow('no link');
  });

  test.each([
    [
      '2016-04-30',
      /No roadmap recorded (The one member asked has|Both members asked have|All \d+ members asked have) submitted an assessment; no roadmap is recorded here/,
    ],
    ['2016-06-01', /In preparation Version 1 of the roadmap is being drafted/],
    ['2016-06-20', /Being agreed Version 1 of the roadmap is waiting for its members’ endorsement/],
    ['2016-07-15', /Submitted Version 1 of the roadmap has been submitted and is waiting for review/],
    ['2016-09-15', /Submitted Version 1 of the roadmap is under review/],
    ['2016-11-15', /Submitted Version 1 of the roadmap is cleared for publication/],
    ['2015-12-01', /No roadmap recorded No assessment and no roadmap of this footprint is recorded here/],
  ])('is shown on %s as it stood then', async (day, said) => {
    const page = await read(paths.footprint('doncaster', { 'as-at': day }));
    expect(page.section('Facts').fact('Stage of its roadmap').text).toMatch(said);
  });
});

test('the state of each version today is the one that its days tell', async () => {
  const [versions, reviews] = await Promise.all([
    listVersionDates(service.database),
    listReviewDates(service.database),
  ]);
  const reviewOf = new Map(reviews.map((review) => [review.versionId, review]));
  expect(versions.length).toBeGreaterThan(5);
  for (const version of versions) {
    const dated = { ...version, review: reviewOf.get(version.versionId) ?? null };
    expect(versionStateOn(dated, '2100-01-01')).toBe(version.state);
  }
});

test('the home page, the map and the list say the same of a day', async () => {
  const home = await read('/?as-at=2015-12-01');
  expect(home.text).toContain('as recorded by that day');
  const { body } = await service.app.inject({ url: paths.footprints({ 'as-at': '2015-12-01', format: 'json' }) });
  const { items, illustrative } = JSON.parse(body);
  expect(new Set(items.map(({ stage }: { stage: { id: string } }) => stage.id))).toEqual(new Set(['not-recorded']));
  expect(illustrative).toBe(false);
});

test('nowhere is a footprint said not to have started', async () => {
  for (const address of [paths.home(), paths.footprints(), '/insights', paths.footprint('wolverhampton')]) {
    expect((await read(address)).text).not.toContain('Not started');
  }
});
