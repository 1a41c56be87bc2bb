import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { insertBackupAttempt } from '../../../platform/backup/backup-attempt-repository.ts';
import { openDatabase, openPool } from '../../../platform/database/database.ts';
import { formatTime } from '../../../views/format.ts';
import { shippedIllustration } from '../../illustration/testing/shipped-illustration.ts';
import { assessmentRounds } from '../../programme/index.ts';
import { dataLists } from './data-page.tsx';

let service: TestService;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  visitor = new Visitor(service.app);
});

afterAll(() => service.close());

describe('the search box of every page', () => {
  test.each(['/', '/footprints/doncaster', '/organisations', '/insights', '/about', '/sign-in', '/no-such-page'])(
    'leads from %s to the search, without script',
    async (path) => {
      const { body } = await visitor.get(path);
      const [form = ''] = /<form[^>]*nhsuk-header__search-form.*?<\/form>/s.exec(body) ?? [];
      expect(form).toMatch(/<form[^>]* action="\/search"/);
      expect(form).toMatch(/<form[^>]* method="get"/);
      expect(form).toMatch(
        /<label [^>]*for="site-search"[^>]*>Search the service<\/label>.*id="site-search"[^>]* name="q"/s,
      );
    },
  );

  const carried = async (path: string) =>
    /<form[^>]*nhsuk-header__search-form.*?name="as-at" value="([^"]*)".*?<\/form>/s.exec(
      (await visitor.get(path)).body.split('</header>')[0] ?? '',
    )?.[1];

  test.each(['/', '/footprints/doncaster', '/organisations', '/search?q=doncaster'])(
    'searches the day that %s shows',
    async (path) => {
      expect(await carried(path)).toBeUndefined();
      expect(await carried(`${path}${path.includes('?') ? '&' : '?'}as-at=2016-07-01`)).toBe('2016-07-01');
    },
  );

  test('takes no day from a page that shows none, and nothing that is no day', async () => {
    expect(await carried('/about?as-at=2016-07-01')).toBeUndefined();
    expect(await carried('/organisations?as-at=yesterday')).toBeUndefined();
  });
});

describe('pages about the service', () => {
  test.each([
    ['/about', 'About this service', 'The programme', 'Local Digital Roadmaps, England 2015 to 2017'],
    ['/accessibility', 'Accessibility', 'What has not been done yet', 'have not tested the service'],
    ['/privacy', 'Privacy', 'Cookies', 'ldr-csrf'],
    ['/status', 'Status', 'Status', 'The service is working'],
    ['/data', 'Data', 'Published roadmaps', 'No roadmap has been published on this service yet'],
  ])('%s has its heading and says what it must', async (address, heading, place, words) => {
    const page = await visitor.get(address);
    const read = readPage(page, 200);
    expect(read.title).toBe(heading);
    expect(read.section(place).text).toContain(words);
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  test('every list offered can be had as it is offered', async () => {
    for (const { id, hasTable } of dataLists) {
      const json = await visitor.get(`/api/v1/${id}`);
      expect([id, json.statusCode]).toEqual([id, 200]);
      const table = await visitor.get(`/api/v1/${id}?format=csv`);
      expect([id, table.statusCode]).toEqual([id, hasTable ? 200 : 400]);
    }
  });

  test('the status page counts what there is', async () => {
    const holds = (await visitor.read('/status')).section('What it holds');
    expect(holds.fact('Organisations').text).toMatch(/^\d{3}$/);
    expect(holds.fact('Submitted assessments').text).toBe('0');
  });
});

test('the status page tells those who run the service, and nobody else, of the last good backup', async () => {
  const administrator = await signInAs(service, [{ role: 'administrator' }]);
  const analyst = await signInAs(service, [{ role: 'analyst' }]);
  const backups = async () => (await administrator.read('/status')).fact('Backups').text;
  expect(await backups()).toContain('None has been made: start the service with BACKUP_DIR');
  const begunAt = new Date(Date.now() - 3_600_000);
  const attempt = { origin: 'command', begunAt, endedAt: new Date(), file: 'a.gz' } as const;
  await insertBackupAttempt(service.database, { ...attempt, digest: 'a'.repeat(64), problem: '' });
  await insertBackupAttempt(service.database, { ...attempt, digest: null, problem: 'The disk is full' });
  expect(await backups()).toContain(`The last good one was made on ${formatTime(begunAt)}`);
  for (const other of [visitor, analyst]) {
    expect((await other.get('/status')).body).not.toMatch(/backup/i);
  }
});

describe('what is invented', () => {
  test('a real service with nothing invented says so', async () => {
    const page = await visitor.read('/status');
    expect(page.fact('Kind').text).toBe('Real: nothing is invented');
    expect(page.fact('Invented').text).toBe('Nothing');
  });

  test('is told of a real service too, and what shows it is kept out of search engines', async () => {
    const mixed = await startTestService('facts');
    const [organisation] = await mixed.database.selectFrom('organisation').select('organisation_id').limit(1).execute();
    const round = assessmentRounds(mixed.context.pack).at(-1);
    await mixed.database
      .insertInto('assessment')
      .values({
        organisation_id: organisation?.organisation_id ?? '',
        assessment_id: '00000000-0000-4000-8000-000000000001',
        round_id: round?.id ?? '',
        instrument_id: 'any',
        instrument_version: '1',
        care_setting: 'acute',
        state: 'submitted',
        illustrative: true,
        submitted_at: new Date('2016-01-15T12:00:00Z'),
        created_at: new Date('2016-01-01T12:00:00Z'),
      })
      .execute();
    const other = new Visitor(mixed.app);
    const status = await other.read('/status');
    expect(status.fact('Kind').text).toBe('Real, but some of what it holds is invented');
    expect(status.fact('Invented').text).toBe('1 assessment');
    expect(status.fact('Submitted assessments').text).toBe('1');
    const home = await other.read('/');
    expect(home.aside('Illustrative data').text).toContain('Illustrative data:');
    expect(home.robots).toBe('noindex');
    expect((await other.read('/about')).robots).toBe('');
    await mixed.close();
  });

  test('is counted in a demonstration', async () => {
    const demonstration = await startTestService('demo');
    const page = await new Visitor(demonstration.app).read('/status');
    expect(page.fact('Kind').text).toBe('Demonstration: answers, plans and people are invented');
    const { people } = await shippedIllustration();
    expect(page.fact('Invented').text).toMatch(new RegExp(`^${people.length} personas, \\d{3} assessments, `));
    await demonstration.close();
  });
});

test('without its database the status page still answers, and says so', async () => {
  const database = openDatabase(openPool('postgres://127.0.0.1:1/nowhere'));
  const broken = await startTestService('facts', { database });
  const page = await new Visitor(broken.app).get('/status');
  const status = readPage(page, 503).section('Status');
  expect(status.text).toContain('the database cannot be reached');
  expect(status.text).not.toContain('nothing is invented');
  await broken.close();
  await database.destroy();
});
