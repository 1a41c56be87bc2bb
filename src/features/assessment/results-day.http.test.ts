import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { PageReader, readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { getPlacement } from '../directory/index.ts';
import { realPack } from './testing/real-instrument.ts';

const roundId = 'dmsa-2017';
const label = 'Digital maturity self-assessment 2017';
const day = '31 January 2018';

/** The demonstration's rounds, in a programme whose results are provisional until a day is set for them. */
let service: TestService;
let now = new Date('2017-11-30T12:00:00Z');
/** A trust of a footprint that has signed in both rounds. */
let trust: { readonly organisationId: string; readonly code: string; readonly assessmentId: string };

beforeAll(async () => {
  const pack = { ...(await realPack()), resultsPublic: 'on-a-day' as const, positionOn: '2017-11-30' };
  service = await startTestService('demo', { pack, clock: () => now });
  trust = await service.database
    .selectFrom('assessment')
    .innerJoin('organisation', 'organisation.organisation_id', 'assessment.organisation_id')
    .innerJoin('membership', 'membership.organisation_id', 'assessment.organisation_id')
    .select([
      'assessment.organisation_id as organisationId',
      'organisation.code',
      'assessment.assessment_id as assessmentId',
    ])
    .where('round_id', '=', roundId)
    .where('state', '=', 'submitted')
    .where('taken_from', 'is', null)
    .orderBy('organisation.code')
    .executeTakeFirstOrThrow();
});
afterAll(() => service.close());

interface Told {
  readonly organisation: boolean;
  readonly api: number;
  readonly insights: boolean;
  readonly signed: number;
}

/** What everybody is told of the round. */
async function toldToAll(): Promise<Told> {
  const get = (address: string) => service.app.inject(address);
  const organisation = new PageReader((await get(paths.organisation(trust.code))).body).text;
  const api: { total: number } = (await get(`/api/v1/results?round=${roundId}&limit=1`)).json();
  const insights = new PageReader((await get(paths.insights())).body);
  expect(insights.text.includes('0 of ')).toBe(false);
  return {
    organisation: organisation.includes(`${label}, authorised by the organisation`),
    api: api.total,
    insights: insights.headings.includes('Who has answered') && insights.text.includes(`${label}: `),
    signed: (await get(paths.signedAssessment(trust.assessmentId))).statusCode,
  };
}

async function people() {
  const { organisationId } = trust;
  const { positionOn } = service.context.pack;
  const { footprintIds, regionIds } = await getPlacement(service.database, organisationId, {
    day: positionOn,
    positionOn,
  });
  const in_ = (role: 'coordinator' | 'lead' | 'reviewer', scopeId = '') => signInAs(service, [{ role, scopeId }]);
  return {
    own: await in_('coordinator', organisationId),
    lead: await in_('lead', footprintIds[0]),
    reviewer: await in_('reviewer', regionIds[0]),
    analyst: await signInAs(service, [{ role: 'analyst' }]),
    office: await signInAs(service, [{ role: 'programme-manager' }]),
  };
}

it('keeps results from everybody until the day that is set, and shows all of them from that day on', async () => {
  const { own, lead, reviewer, analyst, office } = await people();
  const nothing = { organisation: false, api: 0, insights: false, signed: 404 };
  expect(await toldToAll()).toEqual(nothing);
  const everybody = new Visitor(service.app);
  expect((await everybody.read(paths.insights())).text).toContain(
    'the results are not public yet. No day is set for them so far',
  );

  const result = paths.assessmentResult(trust.code, roundId);
  const provisional = 'These scores are provisional until a day is set on which all results of the round become public';
  expect((await own.read(result)).text).toContain(provisional);
  for (const reader of [reviewer, analyst]) {
    expect((await reader.read(result)).text).toContain(provisional);
  }
  const refused = readPage(await lead.get(result), 403);
  expect(refused.text).toContain('They can be read once the results of the round are public');
  expect((await own.read(result)).text).toContain('Too few results of the round are public to compare with');

  const form = await office.read(paths.setResultsDay(roundId));
  expect(form.text).toContain('Not public. No day is set for them yet');
  const early = await office.submit(paths.setResultsDay(roundId), {
    'results-on': '15 December 2017',
    reason: 'As agreed',
    after: '0',
  });
  expect(readPage(early, 422).text).toContain('The day of the results must be after the deadline, 15 December 2017');
  await office.submit(paths.setResultsDay(roundId), {
    'results-on': day,
    reason: 'As agreed with the regions',
    after: '0',
  });
  expect((await office.read(paths.round(roundId))).text).toContain(`All of them are public from ${day}`);
  expect((await own.read(result)).text).toContain(
    `provisional until ${day}, when all results of the round become public`,
  );
  expect(readPage(await lead.get(result), 403).text).toContain(`are public, on ${day}`);
  expect(await toldToAll()).toEqual(nothing);

  // A page of a day to come shows nothing before that day.
  for (const address of [paths.organisation(trust.code), paths.insights(), paths.footprints({ measure: 'score' })]) {
    const ahead = `${address}${address.includes('?') ? '&' : '?'}as-at=2018-02-01`;
    const { text, headings } = await everybody.read(ahead);
    expect(text, ahead).not.toContain(`${label}, authorised by the organisation`);
    expect(headings, ahead).not.toContain('Who has answered');
    expect(/\(1?\d?\d of \d+\)/.test(text), ahead).toBe(false);
  }
  expect((await everybody.read(paths.organisation(trust.code))).text).toContain('is public here yet. It shows once');

  now = new Date('2018-01-30T23:59:00Z');
  expect(await toldToAll()).toEqual(nothing);
  now = new Date('2018-01-31T00:01:00Z');
  const submitted = await service.database
    .selectFrom('assessment')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('round_id', '=', roundId)
    .where('state', '=', 'submitted')
    .executeTakeFirstOrThrow();
  expect(await toldToAll()).toEqual({ organisation: true, api: Number(submitted.count), insights: true, signed: 200 });
  expect((await own.read(result)).text).toContain('Anyone can see these scores');
  // The round before has no day, so those who plan compare with nothing of it.
  expect((await reviewer.read(result)).text).toContain('Signed then');
  expect((await lead.read(result)).text).not.toContain('Signed then');

  const asAt = await everybody.read(`${paths.organisation(trust.code)}?as-at=2017-12-31`);
  expect(asAt.text).not.toContain(`${label}, authorised by the organisation`);
  const hidden = await office.read(paths.setResultsDay(roundId));
  expect(hidden.text).toContain('Results of this round are public already');
});
