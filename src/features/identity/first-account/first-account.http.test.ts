import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectNowhere } from '../../../../test/database/nowhere.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { runLdr } from '../../../cli/run-ldr.ts';
import { recordingTerminal } from '../../../cli/testing/recording-terminal.ts';
import { paths } from '../../../paths.ts';
import { beginSetUp } from './begin-set-up.ts';
import { openFirstAccount } from './open-first-account.ts';

const password = 'four quiet green boats';
const alex = { name: 'Alex Sample', 'job-title': 'Programme director', email: 'Alex@example.nhs.uk', password };
const HOUR = 3_600_000;

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

beforeEach(async () => {
  await service.owner.deleteFrom('role_grant').execute();
  await service.owner.deleteFrom('person').execute();
});

let visitors = 0;
function someone(): Visitor {
  visitors += 1;
  return new Visitor(service.app, `10.8.0.${visitors}`);
}

async function makeLink(at = new Date()): Promise<string> {
  const link = await beginSetUp(service.database, { publicUrl: 'http://roadmaps.example', at });
  return new URL(link?.address ?? '').searchParams.get('token') ?? '';
}

/** Opens the link and sends the form. */
const use = (token: string, fields = alex) => someone().submit(paths.setUp(token), { token, ...fields }, paths.setUp());

async function setup(...options: string[]) {
  const environment = { DATABASE_URL: service.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  const terminal = recordingTerminal({ environment });
  const exitCode = await runLdr(['setup', 'link', ...options], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

const accounts = () => service.database.selectFrom('person').selectAll().execute();

describe('the first account', () => {
  it('is made by the link, is signed in at once, and administers the service and the programme', async () => {
    const token = await makeLink();
    const visitor = someone();
    expect((await visitor.read(paths.setUp(token))).text).toContain(
      `It runs the programme “${service.context.pack.title}”, in the time zone Europe/London.`,
    );
    const made = await visitor.submit(paths.setUp(token), { token, ...alex }, paths.setUp());
    expect(made.headers.location).toBe(paths.factorNeeded(paths.serviceSettings()));
    const work = (await visitor.get(paths.workspace())).body;
    expect(work).toContain('Administrator, national team');
    expect(work).toContain('Programme manager, national team');
    expect(await accounts()).toMatchObject([{ email: 'alex@example.nhs.uk', job_title: 'Programme director' }]);
    const events = await service.database.selectFrom('audit_event').select(['action', 'detail']).execute();
    expect(events.map(({ action }) => action)).toContain('person.open-first-account');
    expect(JSON.stringify(events)).not.toContain(password);
  });

  it('comes after the choice of the programme, which says how each of the others is started', async () => {
    const choice = (await someone().read(paths.setUp(await makeLink()))).section('The programme').text;
    expect(choice).toContain('PROGRAMME=england-wgll DEMO=0 npm start for “What Good Looks Like, England today”');
    expect(choice).not.toContain('england-ldr');
  });

  it('is asked for in words where something is wrong, and the link still works', async () => {
    const token = await makeLink();
    const wrong = await use(token, { ...alex, name: '', email: 'x', password: 'short' });
    const page = readPage(wrong, 422);
    expect(page.errors).toEqual([
      { field: 'Your name', message: 'Enter your name' },
      { field: 'Your e-mail address', message: expect.stringContaining('such as a.sample@') },
      { field: 'Password', message: expect.stringContaining('must have at least 12 characters') },
    ]);
    expect(page.field('Your job title (optional)').value).toBe('Programme director');
    expectNowhere(wrong, 'short');
    expect((await use(token)).statusCode).toBe(303);
  });
});

describe('the link', () => {
  it('works once, and not at all once somebody administers the service', async () => {
    const token = await makeLink();
    const page = someone();
    const csrf = await page.tokenOf(paths.setUp(token));
    await use(token);
    const again = await page.post(paths.setUp(), { _csrf: csrf, token, ...alex, email: 'other@example.nhs.uk' });
    for (const over of [readPage(again, 422), await someone().read(paths.setUp(token))]) {
      expect(over.section('This service is set up').text).toContain('Somebody administers it already');
    }
    expect(await beginSetUp(service.database, { publicUrl: '', at: new Date() })).toBeNull();
    expect(await accounts()).toHaveLength(1);
  });

  it('is one account’s where two use it at the same moment', async () => {
    const token = await makeLink();
    const answers = await Promise.all(
      ['one', 'two'].map((name) => use(token, { ...alex, email: `${name}@example.nhs.uk` })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
    expect(await accounts()).toHaveLength(1);
  });

  it.each([
    ['a newer one has taken its place', async (token: string) => makeLink().then(() => token)],
    ['its days are over', () => makeLink(new Date(Date.now() - 73 * HOUR))],
    ['nobody has ever made it', async () => 'nothing'],
  ])('does nothing where %s, and says what to do', async (_why, age) => {
    const token = await age(await makeLink());
    const visitor = someone();
    const page = await visitor.get(paths.setUp(token));
    const over = 'This link does not work any more';
    expect(readPage(page, 422).section(over).text).toContain('npm run ldr -- setup link');
    const csrf = await visitor.tokenOf(paths.signIn());
    const sent = await visitor.post(paths.setUp(), { _csrf: csrf, token, ...alex });
    expect(readPage(sent, 422).title).toBe(over);
    expect(await accounts()).toEqual([]);
  });

  it('stays as it was where the process ends before all of it is done', async () => {
    const token = await makeLink();
    const account = { token, email: 'alex@example.nhs.uk', name: 'Alex Sample', jobTitle: '', passwordHash: '\u0000' };
    await expect(openFirstAccount(service.context, account, new Date())).rejects.toThrow();
    expect(await accounts()).toEqual([]);
    expect((await use(token)).statusCode).toBe(303);
  });

  it('opens no account that somebody has', async () => {
    await service.database
      .insertInto('person')
      .values({ id: 'sam', name: 'Sam', email: 'alex@example.nhs.uk', email_verified: true, job_title: '' })
      .execute();
    const token = await makeLink();
    const taken = readPage(await use(token), 422).field('Your e-mail address');
    expect(taken.error).toContain('This address has an account already');
    expect((await use(token, { ...alex, email: 'robin@example.nhs.uk' })).statusCode).toBe(303);
  });

  it('is kept as a digest', async () => {
    const token = await makeLink();
    expect(JSON.stringify(await service.database.selectFrom('set_up_link').selectAll().execute())).not.toContain(token);
  });
});

describe('ldr setup link', () => {
  it('prints a link that works, and none once somebody administers the service', async () => {
    const old = await makeLink();
    expect((await setup('--dry-run')).printed).toContain('Nothing was changed');
    expect((await someone().get(paths.setUp(old))).statusCode).toBe(200);
    const { exitCode, printed } = await setup();
    expect(exitCode).toBe(0);
    expect((await someone().get(paths.setUp(old))).statusCode).toBe(422);
    const token = /^http\S+\/set-up\?token=(\S+)$/m.exec(printed)?.[1] ?? '';
    expect((await use(token)).statusCode).toBe(303);
    const late = await setup();
    expect(late.exitCode).toBe(1);
    expect(late.complained).toContain('Somebody administers this service already');
  });
});
