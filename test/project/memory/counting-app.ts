import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../src/compose.ts';
import type { AppContext } from '../../../src/context.ts';
import type { Changes } from '../../../src/platform/database/change-listener.ts';
import { testSecret } from '../../database/test-service.ts';

export interface CountingApp {
  readonly app: FastifyInstance;
  /** How much some work of the application asks of the database. */
  readonly costOf: (work: () => Promise<unknown>) => Promise<number>;
}

/** The pages over a database that counts what it is asked. */
export async function countingApp(context: AppContext, changes: Changes): Promise<CountingApp> {
  let asked = 0;
  const database = context.database.withPlugin({
    transformQuery: ({ node }) => {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const app = await buildApp({ ...context, database }, testSecret, changes);
  const costOf = async (work: () => Promise<unknown>) => {
    const before = asked;
    await work();
    return asked - before;
  };
  return { app, costOf };
}
