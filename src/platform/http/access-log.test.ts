import Fastify, { type FastifyBaseLogger } from 'fastify';
import { expect, test } from 'vitest';
import { createLogger } from '../logging.ts';
import { AccessLog, tellOfWork } from './access-log.ts';

interface Line {
  readonly msg: string;
  readonly reqId: string;
  readonly req?: { readonly url: string };
  readonly res?: { readonly statusCode: number };
  readonly responseTime?: number;
}

async function linesOf(url: string): Promise<Line[]> {
  const lines: Line[] = [];
  const loggerInstance = createLogger('info', {
    write: (line) => void lines.push(JSON.parse(line)),
  }) as FastifyBaseLogger;
  const app = Fastify({ loggerInstance, logController: new AccessLog() });
  app.decorateRequest('isAnsweredFromMemory', false);
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url === '/kept') {
      request.isAnsweredFromMemory = true;
      reply.hijack();
      reply.raw.writeHead(200).end('kept');
    } else {
      done();
    }
  });
  tellOfWork(app);
  app.get('/kept', () => 'made');
  app.get('/made', () => 'made');
  await app.inject(url);
  await app.close();
  return lines;
}

test('a request that takes work has a line as it begins and one as it is answered', async () => {
  const [begun, answered, ...more] = await linesOf('/made');
  expect(begun).toMatchObject({ msg: 'incoming request', req: { url: '/made' } });
  expect(answered).toMatchObject({ msg: 'request completed', reqId: begun?.reqId, res: { statusCode: 200 } });
  expect(more).toEqual([]);
});

test('a request answered from memory has one line that says as much', async () => {
  const lines = await linesOf('/kept');
  expect(lines).toMatchObject([
    { msg: 'request answered from memory', req: { url: '/kept' }, res: { statusCode: 200 } },
  ]);
  expect(lines[0]?.responseTime).toBeGreaterThanOrEqual(0);
});

test('an address where nothing is has both lines too', async () => {
  expect((await linesOf('/nothing')).map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(['incoming request', 'request completed']),
  );
});
