import { afterEach, describe, expect, test } from 'vitest';
import { createMailer, type Letter, stateAfter } from './mailer.ts';
import { type FakeSmtpServer, type Refusal, startFakeSmtpServer } from './testing/fake-smtp-server.ts';

const letter: Letter = {
  from: 'service@example.nhs.uk',
  to: 'team@example.nhs.uk',
  replyTo: { name: 'Alex "A" Example', address: 'alex@example.com' },
  subject: 'A question – résumé',
  text: 'First line\n.\nlast line',
  letterId: 'c0ffee',
};

const open: { close: () => unknown }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((item) => item.close()));
});

async function serverAndMailer(refuse?: Refusal) {
  const server = await startFakeSmtpServer(refuse);
  const mailer = createMailer(server.url);
  open.push(server, mailer);
  return { server, mailer };
}

const bodyOf = (server: FakeSmtpServer) => server.letters[0]?.data ?? '';

test.each([
  [{ kind: 'sent' } as const, false, 'sent'],
  [{ kind: 'failed', reason: '', isFinal: false } as const, false, 'queued'],
  [{ kind: 'failed', reason: '', isFinal: false } as const, true, 'failed'],
  [{ kind: 'failed', reason: '', isFinal: true } as const, false, 'failed'],
])('a letter after %j (last try: %j) is %s', (delivery, isLast, state) => {
  expect(stateAfter(delivery, isLast)).toBe(state);
});

describe('mailer', () => {
  test('hands a letter over, with who to answer and a name that stays the same', async () => {
    const { server, mailer } = await serverAndMailer();
    expect(await mailer.send(letter)).toEqual({ kind: 'sent' });
    expect(server.letters).toHaveLength(1);
    expect(server.letters[0]).toMatchObject({ from: 'service@example.nhs.uk', to: ['team@example.nhs.uk'] });
    expect(bodyOf(server)).toContain('Message-ID: <c0ffee@example.nhs.uk>');
    expect(bodyOf(server)).toMatch(/Reply-To: .*<alex@example.com>/);
    expect(bodyOf(server)).toContain('First line\r\n.\r\nlast line');
  });

  test('a line break in a subject starts no new header', async () => {
    const { server, mailer } = await serverAndMailer();
    await mailer.send({ ...letter, subject: 'Hello\r\nBcc: everyone@example.com' });
    expect(server.letters[0]?.to).toEqual(['team@example.nhs.uk']);
    expect(bodyOf(server)).not.toMatch(/^Bcc:/m);
  });

  test('knows a refusal that is final', async () => {
    const { mailer } = await serverAndMailer((verb) => (verb === 'RCPT' ? '550 no such mailbox' : undefined));
    const delivery = await mailer.send(letter);
    expect(delivery).toMatchObject({
      kind: 'failed',
      isFinal: true,
      reason: expect.stringContaining('no such mailbox'),
    });
  });

  test('knows a refusal that may pass', async () => {
    const { mailer } = await serverAndMailer((verb) => (verb === 'MAIL' ? '451 try later' : undefined));
    expect(await mailer.send(letter)).toMatchObject({ kind: 'failed', isFinal: false });
  });

  test('a server that is away may come back', async () => {
    const server = await startFakeSmtpServer();
    await server.close();
    const mailer = createMailer(server.url);
    expect(await mailer.send(letter)).toMatchObject({
      kind: 'failed',
      isFinal: false,
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });
});
