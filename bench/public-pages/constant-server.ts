import Fastify, { type FastifyBaseLogger } from 'fastify';
import { createLogger } from '../../src/platform/logging.ts';

/** Fastify sending a constant of as many bytes as the address says, with the log of the service. */
const app = Fastify({ loggerInstance: createLogger('info') as FastifyBaseLogger });
const constants = new Map<string, string>();

app.get<{ Params: { bytes: string } }>('/:bytes', (request, reply) => {
  const { bytes } = request.params;
  const constant = constants.get(bytes) ?? 'x'.repeat(Number(bytes));
  constants.set(bytes, constant);
  return reply.type('text/html; charset=utf-8').send(constant);
});

process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
