import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Connection } from '../database/database.ts';

/** `/healthz`: the process answers. `/readyz`: it can also reach its database, so that a balancer may send people to it. */
export function healthRoutes(app: FastifyInstance, database: Connection): void {
  app.get('/healthz', { logLevel: 'warn' }, () => ({ status: 'ok' }));

  app.get('/readyz', { logLevel: 'warn' }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(database);
      return { status: 'ready' };
    } catch {
      return reply.status(503).send({ status: 'not ready', reason: 'the database cannot be reached' });
    }
  });
}
