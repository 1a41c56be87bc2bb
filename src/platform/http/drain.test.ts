import http from 'node:http';
import net from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDrain } from './drain.ts';

const patience = 20_000;

let app: FastifyInstance;
let agent: http.Agent;
let port: number;
/** Ends the answers under way. */
let finish: () => void;
/** Resolves once so many requests are being answered. */
let underWay: (count: number) => Promise<void>;

beforeEach(async () => {
  app = Fastify();
  prepareDrain(app);
  let begun = 0;
  let onBegun = (): void => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  underWay = (count) =>
    new Promise((resolve) => {
      onBegun = () => (begun >= count ? resolve() : undefined);
      onBegun();
    });
  app.get('/quick', () => 'quick');
  app.get('/slow', async () => {
    begun += 1;
    onBegun();
    await finished;
    return 'slow';
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  port = (app.server.address() as net.AddressInfo).port;
  agent = new http.Agent({ keepAlive: true });
});

afterEach(() => {
  finish();
  agent.destroy();
});

interface Answer {
  readonly text: string;
  readonly connection: string | undefined;
}

function get(path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get({ port, host: '127.0.0.1', path, agent }, async (response) => {
      response.setEncoding('utf8');
      resolve({ text: (await response.toArray()).join(''), connection: response.headers.connection });
    });
    request.on('error', reject);
  });
}

/** A connection that its client has opened and not used yet, as browsers do ahead of time. */
async function connect(): Promise<net.Socket> {
  const socket = net.connect(port, '127.0.0.1');
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return socket;
}

const closed = (socket: net.Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()));

test('idle connections, kept alive or never used, are closed at once', async () => {
  expect((await get('/quick')).connection).toBe('keep-alive');
  const unused = await connect();
  const ended = closed(unused.resume());
  expect(await app.drain(patience)).toBe(0);
  await ended;
  await app.close();
  expect(Object.values(agent.freeSockets)).toEqual([]);
});

test('an answer under way is finished and ends its connection', async () => {
  const answers = [get('/slow'), get('/slow')];
  await underWay(2);
  const drained = app.drain(patience);
  finish();
  expect(await Promise.all(answers)).toEqual([
    { text: 'slow', connection: 'close' },
    { text: 'slow', connection: 'close' },
  ]);
  expect(await drained).toBe(0);
  await app.close();
});

test('what arrives meanwhile on a connection that is open is answered, and nothing more is taken', async () => {
  const slow = get('/slow');
  await underWay(1);
  const socket = await connect();
  socket.write('GET /quick HTTP/1.1\r\nhost: here\r\n');
  const drained = app.drain(patience);
  socket.write('\r\n');
  expect(String((await socket.setEncoding('utf8').toArray()).join(''))).toMatch(
    /^HTTP\/1.1 200[\s\S]*connection: close[\s\S]*quick$/i,
  );
  const late = net.connect(port, '127.0.0.1');
  await expect(new Promise((_resolve, reject) => late.once('error', reject))).rejects.toThrow('ECONNREFUSED');
  finish();
  expect((await slow).text).toBe('slow');
  expect(await drained).toBe(0);
  await app.close();
});

test('an answer that does not come is cut off when patience is at an end', async () => {
  const slow = get('/slow');
  const cut = expect(slow).rejects.toThrow('socket hang up');
  await underWay(1);
  expect(await app.drain(100)).toBe(1);
  await cut;
  await app.close();
});
