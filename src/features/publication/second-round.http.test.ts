import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { PageReader } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { packOfRound } from '../programme/index.ts';
import { formOf, notesOf } from '../review/testing/reviewed.ts';
import { writeContent } from '../roadmap/index.ts';
import { assessTrust, type Wolverhampton, wholeContent, wolverhampton } from '../roadmap/testing/wolverhampton.ts';
import { findCurrentVersion } from '../roadmap/versions/version-repository.ts';
import { readProgrammeNow } from '../rounds/index.ts';

const slug = 'wolverhampton';
const second = 'Roadmap for 2017/18';

let now = new Date('2016-06-01T10:00:00Z');
let service: TestService;
let place: Wolverhampton;

/** Goes on at ten in the morning of a day. */
function on(day: string): void {
  now = new Date(`${day}T10:00:00Z`);
}

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => now });
  place = await wolverhampton(service);
  await assessTrust(place);
  await sendAndPublish({ begun: '2016-06-01', submitted: '2016-06-29', published: '2016-09-01' });
  on('2017-03-01');
  const manager = await signInAs(service, [{ role: 'programme-manager' }]);
  const plan = { label: second, 'baseline-round': 'dmsa-2015', 'opens-on': '1 4 2017', 'due-on': '30 6 2017' };
  expect((await manager.submit(paths.newPlanningRound(), plan)).statusCode).toBe(303);
  await sendAndPublish({ begun: '2017-04-02', submitted: '2017-06-29', published: '2017-09-01' });
});
afterAll(() => service.close());

interface Days {
  readonly begun: string;
  readonly submitted: string;
  readonly published: string;
}

/** Takes a roadmap from its first page to everybody, each step by the form of whoever takes it. The words alone are brought in. */
async function sendAndPublish({ begun, submitted, published }: Days): Promise<void> {
  on(begun);
  const lead = await signInAs(service, [{ role: 'lead', scopeId: place.footprint.areaId }]);
  await taken(lead.submit(paths.roadmap(slug), {}));
  const { versionId, number, roundId } = await current();
  const version = String(number);
  const pack = packOfRound(await readProgrammeNow(service.database, service.context.pack), roundId);
  const content = wholeContent(pack, place.trustId);
  await service.database
    .transaction()
    .execute((transaction) => writeContent(transaction, versionId, content, { ...place.by, at: now }));

  on(submitted);
  await taken(lead.submit(paths.freeze(slug), { version }));
  const digest = (await current()).digest ?? '';
  for (const [code, scopeId] of [
    ['06A', place.ccgId],
    ['RL4', place.trustId],
  ] as const) {
    const executive = await signInAs(service, [{ role: 'executive', scopeId }]);
    await taken(executive.submit(paths.endorse(slug, code), { digest, decision: 'endorse' }));
  }
  await taken(lead.submit(paths.submitRoadmap(slug), { version }));

  on(published);
  const reviewer = await signInAs(service, [{ role: 'reviewer', scopeId: 'region:Y55' }]);
  await taken(reviewer.submit(paths.review(slug), {}, paths.startReview(slug)));
  await taken(reviewer.submit(paths.review(slug), formOf(notesOf(pack))));
  const cleared = { outcome: 'cleared', revision: '1' };
  await taken(reviewer.submit(paths.reviewDecision(slug, 'cleared'), cleared, paths.reviewDecision(slug)));
  const again = await signInAs(service, [{ role: 'lead', scopeId: place.footprint.areaId }]);
  await taken(again.submit(paths.publishRoadmap(slug), { digest }));
}

async function taken(sending: Promise<{ readonly statusCode: number; readonly body: string }>): Promise<void> {
  const { statusCode, body } = await sending;
  expect([statusCode, statusCode === 303 ? '' : new PageReader(body).text]).toEqual([303, '']);
}

async function current() {
  const version = await findCurrentVersion(service.database, place.footprint.areaId);
  if (version === null) {
    throw new Error('A roadmap should have been begun');
  }
  return version;
}

async function readPublic(address: string): Promise<string> {
  const { body, statusCode } = await service.app.inject(address);
  expect(statusCode).toBe(200);
  return new PageReader(body).text;
}

describe('a footprint that has published in two rounds of planning', () => {
  it.each([
    ['before it published', '2016-08-31', 'Version 1 of the roadmap has been submitted', 'was published here by'],
    [
      'on the day it published',
      '2016-09-01',
      'Version 1 of the roadmap is public',
      'Version 1, published on 1 September 2016',
    ],
    [
      'before the second',
      '2017-04-01',
      'Version 1 of the roadmap is public',
      'Version 1, published on 1 September 2016',
    ],
    [
      'while it writes the second',
      '2017-04-02',
      'version 2 is being drafted',
      'Version 1, published on 1 September 2016',
    ],
    ['before that is public', '2017-08-31', 'version 2 has been submitted', 'Version 1, published on 1 September 2016'],
    [
      'on the day of the second',
      '2017-09-01',
      'Version 2 of the roadmap is public',
      'Version 2, published on 1 September 2017',
    ],
  ])('has on its page %s the stage and the roadmap of that day', async (_when, day, stage, roadmap) => {
    const text = await readPublic(`${paths.footprint(slug)}?as-at=${day}`);
    expect(text).toContain(stage);
    expect(text).toContain(roadmap);
    expect([text.includes('16/17'), text.includes('19/20')]).toEqual([
      roadmap.startsWith('Version 1'),
      roadmap.startsWith('Version 2'),
    ]);
  });

  it.each([
    ['2016-06-15', 'Footprints write their roadmaps until 23:59 on 30 June 2016', '0 roadmaps published'],
    ['2017-03-31', null, '1 roadmap published'],
    ['2017-04-01', 'Footprints write their roadmaps until 23:59 on 30 June 2017', '1 roadmap published'],
    ['2017-09-01', null, '1 roadmap published'],
  ])('has on the home page of %s the round that ran: %s', async (day, round, published) => {
    const text = await readPublic(`/?as-at=${day}`);
    expect(text).toContain(published);
    expect(/Footprints write their roadmaps until 23:59 on \d+ \w+ \d+/.exec(text)?.[0] ?? null).toBe(round);
  });

  it('keeps both to be read, each with the years of its round', async () => {
    const [first, newest] = await Promise.all([
      readPublic(paths.publishedVersion(slug, 1)),
      readPublic(paths.publishedRoadmap(slug)),
    ]);
    expect([first.includes('End 2016/17'), first.includes(second)]).toEqual([true, false]);
    expect([newest.includes('End 2016/17'), newest.includes(second)]).toEqual([false, true]);
  });
});
