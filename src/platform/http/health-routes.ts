import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Connection } from '../database/database.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for an address that answers everybody alike, so that nobody need be asked who they are. */
    readonly isForAnyone?: boolean;
  }
}

const patienceMilliseconds = 800;
const settings = { logLevel: 'warn', config: { isForAnyone: true } } as const;

/** `/healthz`: the process answers. `/readyz`: it can also reach its database, so that a balancer may send people to it. */
export function healthRoutes(app: FastifyInstance, database: Connection): void {
  const isReachable = oneAtATime(() =>
    sql`select 1`.execute(database).then(
      () => true,
      () => false,
    ),
  );

  app.get('/healthz', settings, () => ({ status: 'ok' }));

  app.get('/readyz', settings, async (_request, reply) => {
    const inTime = setTimeout(patienceMilliseconds, false, { ref: false });
    return (await Promise.race([isReachable(), inTime]))
      ? { status: 'ready' }
      : reply.status(503).send({ status: 'not ready', reason: 'the database cannot be reached' });
  });
}

/** Whoever asks while a question is open shares its answer, so that asking often does not fill the queue for the database. */
function oneAtATime<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () => {
    asked ??= ask().finally(() => {
      asked = null;
    });
    return asked;
  };
}
