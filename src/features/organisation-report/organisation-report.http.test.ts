import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { cellsOf, unpacked } from '../../platform/files/workbook/testing/unpacked.ts';
import { realPack } from '../assessment/testing/real-instrument.ts';

const roundId = 'dmsa-2017';
const day = '31 January 2018';

/** The demonstration's rounds, in a programme whose results are provisional until a day is set for them. */
let service: TestService;
let now = new Date('2017-11-30T12:00:00Z');
/** One that has signed in both rounds. */
let trust: string;
let own: Visitor;
const everybody = () => new Visitor(service.app);

beforeAll(async () => {
  const pack = { ...(await realPack()), resultsPublic: 'on-a-day' as const, positionOn: '2017-11-30' };
  service = await startTestService('demo', { pack, clock: () => now });
  trust = await signedIn('acute', roundId, 'dmsa-2015');
  own = await signInAs(service, [{ role: 'coordinator', scopeId: trust }]);
});
afterAll(() => service.close());

/** The first of a care setting that has signed in each of these rounds. */
async function signedIn(careSetting: string, ...rounds: readonly string[]): Promise<string> {
  const found = await service.database
    .selectFrom('assessment')
    .select('organisation_id')
    .where('round_id', 'in', rounds)
    .where('state', '=', 'submitted')
    .where('care_setting', '=', careSetting)
    .groupBy('organisation_id')
    .having((select) => select.fn.countAll(), '=', rounds.length)
    .orderBy('organisation_id')
    .executeTakeFirstOrThrow();
  return found.organisation_id;
}

/** All that says how others did. */
const ofOthers = /median of similar|Above their median|Who they are/;

async function setDay(): Promise<void> {
  const office = await signInAs(service, [{ role: 'programme-manager' }]);
  const form = { 'results-on': day, reason: 'As agreed with the regions', after: '0' };
  expect((await office.submit(paths.setResultsDay(roundId), form)).statusCode).toBe(303);
}

describe('before the results of a round are public', () => {
  it('is there for the organisation at once, with what to do next and nothing of others', async () => {
    const page = await own.read(paths.organisationReport(trust, roundId));
    expect(page.headings).toEqual(expect.arrayContaining(['In short', 'What to do next', 'What holds it back']));
    expect(page.text).toContain('How similar organisations did is shown here once a day is set');
    expect(page.text).not.toMatch(ofOthers);
    expect(page.text).toContain('Change since Digital maturity self-assessment 2015/16');
  });

  it('is there for nobody else until the day has come, whatever they ask for', async () => {
    await setDay();
    expect((await own.read(paths.organisationReport(trust, roundId))).text).toContain(`shown here on ${day}`);
    now = new Date('2018-01-30T23:59:00Z');
    for (const like of ['', 'setting']) {
      const asked = paths.publicReport(trust, { round: roundId, like });
      expect((await everybody().get(asked)).statusCode, asked).toBe(404);
      const mine = await own.read(`${paths.organisationReport(trust, roundId)}?like=${like}`);
      expect(mine.text).not.toMatch(ofOthers);
    }
  });
});

/** Every cell of the workbook at an address, sheet by sheet. */
async function workbookOf(visitor: Visitor, address: string): Promise<string[][]> {
  const answer = await visitor.get(address);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="report-[\w-]+\.xlsx"$/);
  return [...unpacked(answer.rawPayload)]
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .map(([, text]) => [...cellsOf(text).values()]);
}

describe('from the day on', () => {
  beforeAll(() => {
    now = new Date('2018-01-31T00:01:00Z');
  });

  it('shows everybody where the organisation stands and who answers its weak sections, but no question that holds it back', async () => {
    const page = await everybody().read(paths.publicReport(trust, { round: roundId }));
    expect(page.text).toMatch(ofOthers);
    expect(page.headings).toEqual(expect.arrayContaining(['What to do next', 'Who does this well']));
    expect(page.headings).not.toContain('What holds it back');
    expect(page.text).not.toContain('Answered “');
    const mine = await own.read(paths.organisationReport(trust, roundId));
    expect(mine.text).toMatch(ofOthers);
    expect(mine.text).toContain('Answered “');
  });

  it('is a workbook too, for everybody without questions', async () => {
    const mine = await workbookOf(own, paths.organisationReportFile(trust, roundId));
    const theirs = await workbookOf(everybody(), paths.publicReportFile(trust, { round: roundId, like: 'setting' }));
    expect(mine.map(([first]) => first)).toEqual(expect.arrayContaining(['Part', 'Section']));
    expect(mine.flat()).toContain('Not met yet');
    expect(theirs.flat()).not.toContain('Not met yet');
    expect(theirs.flat().join(' ')).toContain('of the same care setting, this one among them');
  });

  it('compares with whom the reader chooses, and shows no spread of a small group', async () => {
    const count = async (...like: string[]) => {
      const query = like.map((each) => `&like=${each}`).join('');
      const page = await everybody().read(`${paths.publicReport(trust, { round: roundId, adjusted: 'yes' })}${query}`);
      return Number(/Who they are: (\d+) result/.exec(page.text)?.[1]);
    };
    const [all, setting, type, near] = [
      await count(),
      await count('setting'),
      await count('setting', 'type'),
      await count('setting', 'type', 'region'),
    ];
    expect(all).toBeGreaterThan(setting);
    expect(setting).toBeGreaterThanOrEqual(type);
    expect(type).toBeGreaterThan(near);
    const few = paths.publicReport(await signedIn('ambulance', roundId), { round: roundId, adjusted: 'yes' });
    const page = await everybody().read(`${few}&like=setting&like=type&like=region`);
    expect(page.text).toContain('No spread is shown, as fewer than 5 of them have a public score');
    expect(page.text).not.toMatch(/median of similar|Above their median/);
  });

  it('is refused in words where there is none', async () => {
    const refused = readPage(await everybody().get(paths.publicReport('NOBODY')), 404);
    expect(refused.text).toContain('There is no report here that everybody may read');
  });
});
