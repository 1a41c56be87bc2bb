import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService, testSecret } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { buildApp } from '../../compose.ts';
import { publicChangeChannel } from '../../database/public-tables.ts';
import { paths } from '../../paths.ts';
import { parseConfig } from '../../platform/config.ts';
import { ChangeListener } from '../../platform/database/change-listener.ts';
import { createLogger } from '../../platform/logging.ts';
import { type FakeSmtpServer, startFakeSmtpServer } from '../../platform/mail/testing/fake-smtp-server.ts';
import { readSetUp } from '../set-up/index.ts';

const SECRET = 'hunter2-of-the-mail-server';

let service: TestService;
/** A second process on the same database. */
let other: { readonly app: FastifyInstance; readonly changes: ChangeListener };
let mail: FakeSmtpServer;
let refusal: string | undefined;
let administrator: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  await service.app.ready();
  const changes = new ChangeListener({ url: service.url, channel: publicChangeChannel, log: createLogger('silent') });
  await changes.start();
  other = { changes, app: await buildApp(service.context, testSecret, changes) };
  await other.app.ready();
  mail = await startFakeSmtpServer((verb) => (verb === 'RCPT' ? refusal : undefined));
  administrator = await signInAs(service, [{ role: 'administrator' }], { name: 'Ada Administrator' });
});
afterAll(async () => {
  await other.app.close();
  await other.changes.stop();
  await service.close();
  await mail.close();
});

const homeOf = async (app: FastifyInstance) => (await app.inject({ url: paths.home() })).body;
const revisionShown = async () => (await administrator.read(paths.serviceSettings())).hidden('revision');

const mailOnSetUp = async () => (await administrator.read(paths.programmeSetUp())).task('Mail server');

async function save(fields: Record<string, string>) {
  return administrator.submit(paths.serviceSettings(), { revision: await revisionShown(), ...fields });
}

describe('settings on screen', () => {
  it('stand on every page of every process as soon as they are saved', async () => {
    expect(await homeOf(service.app)).not.toContain('Roadmaps of the North');
    expect(await homeOf(other.app)).not.toContain('Roadmaps of the North');
    expect((await administrator.read(paths.serviceSettings())).text).toContain('do this later');
    const saved = await save({ 'service-name': 'Roadmaps of the North', organisation: 'A board' });
    expect(saved.statusCode).toBe(303);
    expect(await homeOf(service.app)).toContain('Roadmaps of the North');
    expect(await homeOf(service.app)).toContain('A board');
    await other.changes.settled();
    expect(await homeOf(other.app)).toContain('Roadmaps of the North');
  });

  it('have messages sent through the mail server in every process, without a restart', async () => {
    expect(other.app.letters).toBeNull();
    const saved = await save({
      ...{ 'service-name': 'Roadmaps of the North', organisation: 'A board', 'mail-from': 'roadmaps@board.example' },
      ...{ 'mail-server': mail.url, 'mail-user': 'us', 'mail-password': SECRET },
    });
    expect(saved.statusCode).toBe(303);
    expect(await mailOnSetUp()).toContain('Missing');
    await other.changes.settled();
    await homeOf(other.app);
    const letter = { to: 'somebody@example.nhs.uk', subject: 'By the other process', text: 'Words', link: null };
    await service.database.transaction().execute(async (trx) => other.app.letters?.add(trx, letter));
    await vi.waitFor(() => expect(mail.letters.at(-1)?.data).toContain('By the other process'), { timeout: 20_000 });
    expect(mail.letters.at(-1)?.from).toBe('roadmaps@board.example');
  });

  it('show the words of a mail server that refuses a test letter, and that it took one', async () => {
    refusal = '550 5.7.1 we relay for nobody';
    const refused = await administrator.submit(paths.serviceSettings(), {}, paths.testLetter());
    expect(readPage(refused, 422).section('There is a problem').text).toContain('we relay for nobody');
    refusal = undefined;
    const taken = await administrator.submit(paths.serviceSettings(), {}, paths.testLetter());
    expect(taken.statusCode).toBe(303);
    expect(mail.letters.at(-1)?.data).toContain('Subject: Test e-mail from Roadmaps of the North');
  });

  it('are done on the set-up page once the server that stands there has taken a test letter', async () => {
    const fields = { 'service-name': 'Roadmaps of the North', organisation: 'A board', 'mail-server': mail.url };
    await save({ ...fields, 'mail-from': 'others@board.example', 'mail-user': 'us' });
    expect(await mailOnSetUp()).toBe('Missing');
    await administrator.submit(paths.serviceSettings(), {}, paths.testLetter());
    expect(await mailOnSetUp()).toBe('Done');
  });

  it('are done for those settings alone with which a test letter went, whenever that was', async () => {
    const fields = { 'service-name': 'Roadmaps of the North', organisation: 'A board', 'mail-server': mail.url };
    await save({ ...fields, 'mail-from': 'others@board.example', 'mail-user': 'us', 'mail-password': 'another' });
    expect(await mailOnSetUp()).toBe('Missing');
    await save({ ...fields, 'mail-from': 'others@board.example', 'mail-user': 'us', 'mail-password': SECRET });
    expect(await mailOnSetUp()).toBe('Done');
    const { settings } = service.app;
    const named = { ...settings.current, smtpUrl: 'smtp://other.example:25' };
    const step = (await readSetUp({ ...service.context, settings: named })).find(({ id }) => id === 'mail');
    expect(step).toMatchObject({ isDone: false, state: 'Set up and not tried yet: send a test e-mail' });
  });

  it('never show the password again, and keep it out of the audit trail', async () => {
    expectNowhere(await administrator.get(paths.serviceSettings()), SECRET);
    const events = await service.database
      .selectFrom('audit_event')
      .select(['action', 'detail', 'person_id'])
      .where('chain', '=', 'service:settings')
      .orderBy('sequence')
      .execute();
    expect(JSON.stringify(events)).not.toContain(SECRET);
    expect(events.map(({ action }) => action)).toEqual([
      'settings.change',
      'settings.change',
      'settings.send-test-letter',
      'settings.send-test-letter',
      'settings.change',
      'settings.send-test-letter',
      'settings.change',
      'settings.change',
    ]);
    expect(JSON.stringify(events[1]?.detail)).toContain('mailServerPassword');
    expect(events.every((event) => event.person_id !== null)).toBe(true);
  });

  it('tell a second writer what the first has saved, and replace nothing unseen', async () => {
    const stale = await revisionShown();
    const mailFields = { 'mail-from': 'roadmaps@board.example', 'mail-server': mail.url, 'mail-user': 'us' };
    await save({ 'service-name': 'First', organisation: 'A board', ...mailFields });
    const second = await administrator.submit(paths.serviceSettings(), {
      ...{ revision: stale, 'service-name': 'Second', organisation: 'A board', ...mailFields },
    });
    expect(readPage(second, 422).section('There is a problem').text).toContain('Somebody has just saved “First” here');
    expect(await homeOf(service.app)).toContain('First');
  });

  it('leave what was typed where something is wrong', async () => {
    const wrong = await save({ 'service-name': 'Kept words', contact: 'nowhere' });
    const page = readPage(wrong, 422);
    expect(page.errors.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Enter an e-mail address'),
    );
    expect(page.fields.map((label) => page.field(label).value)).toContain('Kept words');
  });

  it('are for administrators', async () => {
    const manager = await signInAs(service, [{ role: 'programme-manager' }]);
    expect((await manager.get(paths.serviceSettings())).statusCode).toBe(403);
  });
});

it('says what the environment names, without the password, and takes nothing else for it', async () => {
  const settings = {
    ...{ DEMO: '0', LOG_LEVEL: 'silent', SERVICE_NAME: 'Named outside', ORGANISATION_NAME: 'Its board' },
    ...{ SMTP_URL: `smtp://us:${SECRET}@127.0.0.1:9`, MAIL_FROM: 'a@b.example', CONTACT_EMAIL: 'c@d.example' },
  };
  const given = await startTestService('facts', { config: parseConfig(settings) });
  try {
    const visitor = await signInAs(given, [{ role: 'administrator' }]);
    const page = (await visitor.get(paths.serviceSettings())).body;
    expect(page).toContain('Named outside (set by SERVICE_NAME)');
    expect(page).toContain('smtp://127.0.0.1:9 (set by SMTP_URL)');
    expect(page).not.toContain(SECRET);
    expect(page).not.toContain('name="service-name"');
    await visitor.submit(paths.serviceSettings(), { revision: '0', 'service-name': 'Other' });
    expect(await homeOf(given.app)).toContain('Named outside');
  } finally {
    await given.close();
  }
});

it('changes nothing on screen in a demonstration, where anybody is its administrator', async () => {
  const demonstration = parseConfig({ DEMO: '1', LOG_LEVEL: 'silent' });
  const app = await buildApp({ ...service.context, config: demonstration }, testSecret, service.changes);
  const visitor = await signInAs({ ...service, app }, [{ role: 'administrator' }]);
  expect((await visitor.read(paths.serviceSettings())).text).toContain('not changed on screen');
  const token = await visitor.tokenOf(paths.signOut());
  for (const address of [paths.serviceSettings(), paths.testLetter()]) {
    expect((await visitor.post(address, { _csrf: token, revision: '0' })).statusCode).toBe(403);
  }
  await app.close();
});
