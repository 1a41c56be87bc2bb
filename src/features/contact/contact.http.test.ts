import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { parseConfig } from '../../platform/config.ts';
import { type FakeSmtpServer, startFakeSmtpServer } from '../../platform/mail/testing/fake-smtp-server.ts';

const good = { name: 'Alex Example', email: 'alex@example.com', topic: 'data', message: 'Where is the <file>?' };

describe('without a mail server', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService('facts');
  });

  afterAll(() => service.close());

  const stored = () => service.database.selectFrom('contact_message').selectAll().execute();

  test('anyone can write, and is told so with a reference', async () => {
    const visitor = new Visitor(service.app, '10.9.0.1');
    const response = await visitor.submit('/contact?topic=data', good, '/contact');
    expect(response.statusCode).toBe(303);
    const [message] = await stored();
    expect(message).toMatchObject({ sender_name: 'Alex Example', topic: 'data', mail_state: 'stored' });
    const page = await visitor.read(response.headers.location ?? '');
    expect(page.section('Message sent').text).toContain(`Your reference ${message?.message_id.slice(0, 8)}`);
  });

  test('a wrong form comes back with what was typed', async () => {
    const page = await new Visitor(service.app, '10.9.0.2').submit('/contact', { ...good, email: '"><script>' });
    const read = readPage(page, 422);
    expect(read.field('Your e-mail address').error).toContain('Enter an e-mail address such as');
    expectNowhere(page, '<script>');
    expect(read.field('Your message').value).toBe('Where is the <file>?');
  });

  test('whoever fills in everything is shown the field to leave empty, and nothing typed is lost', async () => {
    const before = (await stored()).length;
    const visitor = new Visitor(service.app, '10.9.0.3');
    const page = await visitor.submit('/contact', { ...good, website: 'https://example.com' });
    const read = readPage(page, 422);
    expect(read.field('Your message').value).toBe('Where is the <file>?');
    expect(read.field('Leave this empty').value).toBe('https://example.com');
    expect(await stored()).toHaveLength(before);
  });

  test('too many messages from one address are refused', async () => {
    const visitor = new Visitor(service.app, '10.9.0.4');
    const statuses: number[] = [];
    for (let sent = 0; sent < 7; sent += 1) {
      statuses.push((await visitor.submit('/contact', {})).statusCode);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429]);
  });

  test('a reference that is none is not shown', async () => {
    const page = await new Visitor(service.app).get('/contact/sent?reference=<b>12345678');
    expect(readPage(page, 200).section('Message sent').text).not.toMatch(/reference/i);
    expectNowhere(page, '12345678');
  });

  test('the national team reads messages and marks them answered, once', async () => {
    const analyst = await signInAs(service, [{ role: 'analyst' }]);
    const list = await analyst.get('/workspace/messages');
    const message = readPage(list, 200).section('Data or the API, from Alex Example').text;
    expect(message).toContain('Where is the <file>?');
    expect(message).toContain('no mail server is set up');
    const address = /\/workspace\/messages\/[0-9a-f-]+\/answered/.exec(list.body)?.[0] ?? '';
    expect((await analyst.submit('/workspace/messages', {}, address)).statusCode).toBe(303);
    const waiting = (await analyst.read('/workspace/messages')).section('Messages waiting for an answer');
    expect(waiting.text).toContain('No message waits for an answer');
    const answered = await analyst.read('/workspace/messages?show=answered');
    expect(answered.section('Data or the API, from Alex Example').text).toContain('by Sam Example');
    expect((await analyst.submit('/contact', {}, address)).statusCode).toBe(303);
    const other = await signInAs(service, [{ role: 'analyst' }], { name: 'Olu Other' });
    expect((await other.submit('/contact', {}, address)).statusCode).toBe(409);
    expect((await analyst.submit('/contact', {}, '/workspace/messages/nonsense/answered')).statusCode).toBe(404);
  });

  test('nobody else does', async () => {
    const executive = await signInAs(service, [{ role: 'executive', scopeId: 'org-RL4' }]);
    expect((await executive.get('/workspace/messages')).statusCode).toBe(403);
    expect((await new Visitor(service.app).get('/workspace/messages')).statusCode).toBe(303);
  });
});

describe('with a mail server', () => {
  let service: TestService;
  let server: FakeSmtpServer;
  let isMailboxFull = false;

  beforeAll(async () => {
    server = await startFakeSmtpServer((verb) => (verb === 'RCPT' && isMailboxFull ? '552 mailbox full' : undefined));
    const config = parseConfig({
      DEMO: '0',
      LOG_LEVEL: 'silent',
      SMTP_URL: server.url,
      MAIL_FROM: 'service@example.nhs.uk',
      CONTACT_EMAIL: 'team@example.nhs.uk',
    });
    service = await startTestService('facts', { config });
  });

  afterAll(async () => {
    await service.close();
    await server.close();
  });

  const patience = { timeout: 20_000, interval: 100 };

  async function stateOf(name: string) {
    const { database } = service;
    const query = database.selectFrom('contact_message').where('contact_message.sender_name', '=', name);
    return query.select(['contact_message.mail_state', 'contact_message.mail_failure']).executeTakeFirst();
  }

  test('a message goes to the team, to be answered to its sender', async () => {
    await new Visitor(service.app).submit('/contact', { ...good, name: 'Alex Sent' });
    await vi.waitFor(async () => expect(await stateOf('Alex Sent')).toMatchObject({ mail_state: 'sent' }), patience);
    const letter = server.letters.at(-1);
    expect(letter).toMatchObject({ from: 'service@example.nhs.uk', to: ['team@example.nhs.uk'] });
    expect(letter?.data).toContain('Where is the <file>?');
    expect(letter?.data).toMatch(/Reply-To: .*alex@example.com/);
  });

  test('a refused message is kept, with what the server said', async () => {
    isMailboxFull = true;
    await new Visitor(service.app).submit('/contact', { ...good, name: 'Alex Refused' });
    await vi.waitFor(
      async () => expect(await stateOf('Alex Refused')).toMatchObject({ mail_state: 'failed' }),
      patience,
    );
    expect((await stateOf('Alex Refused'))?.mail_failure).toContain('mailbox full');
  });
});
