import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { projectFolder } from '../../project-folder.ts';
import { answerAll, sectionOf } from '../assessment/testing/pages.ts';
import { nextTrust, realInstrument, roundId } from '../assessment/testing/real-instrument.ts';
import type { ReleaseDetails } from '../directory-import/index.ts';
import { readProgrammePack } from '../programme/index.ts';
import type { Figure } from './figure.ts';
import type { Indicator } from './held-against.ts';
import { type FiguresOutcome, importFigures } from './index.ts';

/** Whether any clinical notes are digital, as somebody else found it. */
const notesKept: Indicator = {
  id: 'notes-kept',
  title: 'Notes kept',
  says: 'How notes were kept.',
  doesNotSay: 'How many.',
  kind: 'observation',
  values: [
    { id: 'paper', label: 'On paper' },
    { id: 'screen', label: 'On screen' },
  ],
  unit: null,
  // Whatever day the test is run.
  holdsMonths: 2400,
  bearsOn: [
    {
      instrument: 'dmsa-2015',
      question: 'RA1',
      where: ['paper'],
      agrees: ['0'],
      conflicts: ['1-20'],
      asks: 'What has changed since?',
    },
  ],
};

const trust = nextTrust();
let service: TestService;
beforeAll(async () => {
  const pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
  service = await startTestService('facts', { pack: { ...pack, indicators: [notesKept] } });
});
afterAll(() => service.close());

function bringIn(version: number, figures: readonly Partial<Figure>[]): Promise<FiguresOutcome> {
  const details: ReleaseDetails = {
    series: 'notes-kept',
    version,
    title: `Notes of trusts, version ${version}`,
    publisher: 'A made-up board',
    publishedOn: '2016-04-30',
    url: null,
    licence: 'None',
    standing: 'official',
    note: '',
  };
  const whole = { code: trust, from: '2016-03-31', to: '2016-03-31', numerator: null, denominator: null, note: '' };
  return importFigures(service.database, {
    details,
    figures: figures.map((figure) => ({ ...whole, value: 'paper', ...figure })),
    isShipped: false,
    onBehalfOf: 'a test',
    now: new Date('2016-05-02T09:00:00Z'),
    isDryRun: false,
  });
}

const asked = 'Notes kept, 31 March 2016: On paper. What has changed since?';

test('a published figure is public as published, asks about an answer that it conflicts with, and bears one out', async () => {
  const cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: 'Cora Example' });
  await answerAll(cora, await realInstrument(), trust);
  const say = (answer: string, revision: string) =>
    cora.submit(sectionOf(trust, 'records'), { 'answer-RA1': answer, 'revision-RA1': revision });
  expect((await say('1-20', '1')).statusCode).toBe(303);
  const look = paths.assessmentSenseChecks(trust, roundId);
  expect((await cora.read(look)).text).not.toContain('Notes kept');

  const unknown = { code: 'ZZ9' };
  expect(await bringIn(1, [{}, unknown])).toMatchObject({ kind: 'imported', count: 2, unknownCodes: ['ZZ9'] });
  expect(await bringIn(1, [{}, unknown])).toMatchObject({ kind: 'known' });
  expect(await bringIn(1, [{ value: 'screen' }])).toMatchObject({ kind: 'differs' });

  // In public it is what was published, from its day on, and nothing of the answers.
  const page = async (day?: string) =>
    readPage(await service.app.inject(`${paths.organisation(trust)}${day === undefined ? '' : `?as-at=${day}`}`), 200);
  expect((await page()).text).toMatch(/Notes kept On paper ?, 31 March 2016/);
  expect((await page('2016-04-29')).text).not.toContain('Notes kept');

  // Whoever answers is asked, with the figure and its day.
  expect((await cora.read(look)).text).toContain(asked);
  expect((await cora.read(paths.assessmentRequest(trust, roundId))).text).toContain(asked);

  // With an answer that goes together with it, it bears the answer out.
  expect((await say('0', '2')).statusCode).toBe(303);
  expect((await cora.read(look)).text).not.toContain(asked);
  const classOf = async () => {
    const { body } = await cora.get(paths.returnDownload(trust, roundId, 'csv'));
    const [header = '', ...rows] = body.split('\r\n');
    const column = header.split(',').indexOf('class');
    expect(column).toBeGreaterThan(0);
    return rows.find((row) => row.includes(',RA1,'))?.match(/,(observed|evidenced|asserted),/)?.[1];
  };
  expect(await classOf()).toBe('observed');

  // A later version takes its place, everywhere.
  expect(await bringIn(2, [{ value: 'screen' }])).toMatchObject({ kind: 'imported', supersedes: 1 });
  expect(await classOf()).toBe('asserted');
  expect((await page()).text).toMatch(/Notes kept On screen ?, 31 March 2016/);
});

test('a figure that was suppressed is not called anything else', async () => {
  const other = nextTrust();
  await bringIn(3, [{ code: other, value: null }]);
  const { text } = readPage(await service.app.inject(paths.organisation(other)), 200);
  expect(text).toMatch(/Notes kept Not published ?, 31 March 2016/);
});
