import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutsideClient, type OutsideLimits } from './outside-client.ts';

const server = createServer((request, response) => {
  const target = new URL(request.url ?? '', 'http://here').searchParams.get('to');
  if (target !== null) {
    response.writeHead(302, { location: target }).end();
  } else if (request.url === '/silent') {
    response.writeHead(200).write('…');
  } else {
    response.end('x'.repeat(1000));
  }
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(path: string, other: Partial<OutsideLimits> = {}): Promise<number> {
  const limits = { origin, allowsPrivate: true, mostBytes: 1000, silenceMilliseconds: 5000, ...other };
  const client = new OutsideClient(limits);
  try {
    const url = new URL(path, limits.origin);
    const { body } = await client.ask({ url, headers: {}, signal: AbortSignal.timeout(10_000) });
    return body.length;
  } finally {
    client.close();
  }
}

describe('another service', () => {
  it('is followed within its own origin', async () => {
    expect(await ask('/?to=/here')).toBe(1000);
  });

  it.each([
    ['another host', '/?to=https://elsewhere.example/', 'leads to https://elsewhere.example'],
    ['another port', '/?to=http://127.0.0.1:1/', 'leads to http://127.0.0.1:1'],
    ['a file', '/?to=file:///etc/passwd', 'leads to null'],
    ['what is no address', '/?to=http://[', 'sends to an address that is none'],
    ['itself, for ever', '/?to=%3Fto=%2F%3Fto=%2F%253Fto=%252F%25253Fto=%25252F', 'without an end'],
  ])('is not followed to %s', async (_, path, words) => {
    await expect(ask(path)).rejects.toThrow(words);
  });

  it('sends no more than it may, and something within its time', async () => {
    await expect(ask('/', { mostBytes: 999 })).rejects.toThrow('larger than');
    await expect(ask('/silent', { silenceMilliseconds: 50 })).rejects.toThrow(/silent for 0.05 seconds|cut off/);
  });

  it.each([
    ['http://127.0.0.1', 'an address that begins with https: is needed'],
    ['https://127.0.0.1', '127.0.0.1 is not asked'],
    ['https://[::1]', '::1 is not asked'],
    ['https://localhost', 'is not asked: it is not an address of the public network'],
  ])('is not asked at %s', async (address, words) => {
    await expect(ask('/', { origin: address, allowsPrivate: false })).rejects.toThrow(words);
  });

  it('that is not there is said to be', async () => {
    await expect(ask('/', { origin: 'http://127.0.0.1:9' })).rejects.toThrow('nobody listens there');
  });
});
