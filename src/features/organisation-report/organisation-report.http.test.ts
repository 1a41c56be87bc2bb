import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { keptBrowser } from '../../../test/database/kept-browser.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { wordsOf } from '../../../test/database/page-words.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { BrowserPrinter, type PrintOutcome } from '../../platform/files/pdf/pdf-printer.ts';
import { readPdf } from '../../platform/files/pdf/testing/read-pdf.ts';
import { cellsOf, unpacked } from '../../platform/files/workbook/testing/unpacked.ts';
import { createLogger } from '../../platform/logging.ts';
import { realPack } from '../assessment/testing/real-instrument.ts';

const roundId = 'dmsa-2017';
const day = '31 January 2018';

/** The demonstration's rounds, in a programme whose results are provisional until a day is set for them. */
let service: TestService;
/** What the printer says instead of printing; null where it prints. */
let refusal: Exclude<PrintOutcome, { kind: 'printed' }> | null = null;
let now = new Date('2017-11-30T12:00:00Z');
/** One that has signed in both rounds. */
let trust: string;
let own: Visitor;
const everybody = () => new Visitor(service.app);

beforeAll(async () => {
  const pack = { ...(await realPack()), resultsPublic: 'on-a-day' as const, positionOn: '2017-11-30' };
  const printer = new BrowserPrinter({
    browser: keptBrowser,
    folder: path.join(os.tmpdir(), 'reports-printed'),
    log: createLogger('silent'),
  });
  const pdf = {
    get isAble() {
      return refusal?.kind !== 'unable';
    },
    print: async (html: string, mostBefore: number) => refusal ?? printer.print(html, mostBefore),
    stop: () => printer.stop(),
  };
  service = await startTestService('demo', { pack, clock: () => now, pdf });
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
    expect((await everybody().get(paths.publicReportPdf(trust, { round: roundId }))).statusCode).toBe(404);
    const mine = await readPdf(await pdfOf(own, paths.organisationReportPdf(trust, roundId)));
    expect(mine.text).toContain(`shown here on ${day}`);
    expect(mine.text).not.toMatch(ofOthers);
  });
});

/** The letters and figures of a page as it is printed: every fold open, without what can only be pressed, pictures by what stands for them. */
function lettersOnPaper(html: string): string {
  let main = (/<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '')
    .replace(/<ul class="nhsuk-list ldr-report__links">.*?<\/ul>/s, '')
    .replaceAll(/<(button|form)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<(\/?)(details|summary)/g, '<$1div');
  while (main.includes('<svg')) {
    main = main.replaceAll(/<svg(?:(?!<svg).)*?<\/svg>/gs, '');
  }
  return lettersOf(wordsOf(main));
}

const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

async function pdfOf(visitor: Visitor, address: string): Promise<Buffer> {
  const answer = await visitor.get(address);
  expect(answer.statusCode, address).toBe(200);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="report-[\w-]+\.pdf"$/);
  return answer.rawPayload;
}

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

  it('is a PDF too, with the words of the page and tags for whoever cannot see it', async () => {
    const editions = [
      [own, paths.organisationReport(trust, roundId), paths.organisationReportPdf(trust, roundId)],
      [everybody(), paths.publicReport(trust, { round: roundId }), paths.publicReportPdf(trust, { round: roundId })],
    ] as const;
    for (const [visitor, page, file] of editions) {
      const [answer, bytes] = [await visitor.get(page), await pdfOf(visitor, file)];
      const pdf = await readPdf(bytes);
      expect(pdf.language).toBe('en');
      expect(pdf.title).toMatch(/^Report/);
      const letters = lettersOnPaper(answer.body);
      expect(lettersOf(pdf.text).slice(-letters.length)).toBe(letters);
      const roles = new Set(pdf.parts.map(({ role }) => role));
      expect([...roles]).toEqual(
        expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'Link', 'Figure']),
      );
      expect(pdf.headers.rows).toBeGreaterThan(5);
      expect(pdf.headers.columns).toBeGreaterThan(3);
      const pictures = pdf.parts.filter(({ role }) => role === 'Figure');
      expect(pictures.every(({ alternative }) => alternative?.startsWith('Scores of'))).toBe(true);
      expect(pdf.links.every((link) => link.startsWith('http'))).toBe(true);
      const again = await pdfOf(visitor, file);
      const withoutMoment = (each: Buffer) => each.toString('latin1').replaceAll(/\(D:\d+[^)]*\)/g, '');
      expect(withoutMoment(again)).toBe(withoutMoment(bytes));
    }
  });

  it('keeps the PDF of everybody in memory, and that of nobody who is signed in', async () => {
    const mine = await own.get(paths.organisationReportPdf(trust, roundId));
    expect(mine.headers['cache-control']).toBe('private, no-store');
    const asked = paths.publicReportPdf(trust, { round: roundId });
    expect((await own.get(asked)).headers['cache-control']).toBe('private, no-store');
    await everybody().get(asked);
    refusal = { kind: 'busy' };
    expect((await everybody().get(asked)).statusCode).toBe(200);
    expect((await own.get(asked)).statusCode).toBe(503);
    refusal = null;
  });

  it('says what to do where no PDF can be made', async () => {
    const file = paths.organisationReportPdf(trust, roundId);
    refusal = { kind: 'busy' };
    const busy = await own.get(file);
    expect(busy.headers['retry-after']).toBe('10');
    expect(readPage(busy, 503).text).toContain('Other PDFs are being made just now');
    refusal = { kind: 'too-much', limit: 'time' };
    expect(readPage(await own.get(file), 503).text).toContain('open the page and print it to a file');
    refusal = { kind: 'unable' };
    const unable = readPage(await own.get(file), 404);
    expect(unable.link('Open the report')).toBe(paths.organisationReport(trust, roundId));
    const page = await own.read(paths.organisationReport(trust, roundId));
    expect(page.links).not.toContain('Download as a PDF');
    expect(page.text).toContain('To keep it as a PDF, print this page to a file');
    refusal = null;
    expect((await own.read(paths.organisationReport(trust, roundId))).link('Download as a PDF')).toBe(file);
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
