import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../../src/paths.ts';
import { parseConfig } from '../../../src/platform/config.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';

let service: TestService;
beforeAll(async () => {
  const config = parseConfig({ DEMO: '0', LOG_LEVEL: 'silent', REQUEST_SECONDS: '1' });
  service = await startTestService('facts', { config });
  await service.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => service.close());

describe('on the connection itself', () => {
  it('a body that comes in drips is answered 408 in words, and the connection closed', async () => {
    const head = `POST ${paths.signOut()} HTTP/1.1\r\nhost: own.example\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\nname=`;
    const answer = await speak(head, { drip: 'x' });
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('That took too long to arrive');
    expect(answer).toContain('Content-Security-Policy: ');
  });

  it('a head that comes in drips too', async () => {
    expect(await speak('GET / HTTP/1.1\r\nhost: own.example\r\nx-slow: ', { drip: 'x' })).toMatch(/^HTTP\/1\.1 408 /);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a head that is no head', 'GET / HTTP/1.1\r\nhost own.example\r\n\r\n', 400],
    ['a head without a host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\nx',
      400,
    ],
    ['an endless head', `GET / HTTP/1.1\r\nhost: a\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
  ])('%s is refused in words, with the headers of safety', async (_case, sent, status) => {
    const answer = await speak(sent);
    expect(answer.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
    expect(answer).toContain('X-Content-Type-Options: nosniff');
    expect(answer).toContain('<h1>');
  });

  it('an expectation that nobody knows is passed over', async () => {
    const answer = await speak(
      `GET ${paths.about()} HTTP/1.1\r\nhost: a\r\nexpect: wonders\r\nconnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('X-Content-Type-Options: nosniff');
  });
});

/** What the service says to this until it closes the connection; with `drip`, a little more is sent with every turn of the loop. */
async function speak(sent: string, { drip }: { drip?: string } = {}): Promise<string> {
  const address = service.app.server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(sent);
  const dripping = drip === undefined ? undefined : setInterval(() => socket.writable && socket.write(drip), 50);
  try {
    return await text(socket);
  } finally {
    clearInterval(dripping);
    socket.destroy();
  }
}
