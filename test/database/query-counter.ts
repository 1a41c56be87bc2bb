import type { KyselyPlugin } from 'kysely';
import type { Database } from '../../src/platform/database/database.ts';

/** Counts what a database is asked, so that a test can say how often a page asks it. */
export class QueryCounter {
  #count = 0;

  readonly #plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      this.#count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };

  /** The same database, in whose name queries and those of its transactions are counted. */
  watch(database: Database): Database {
    return database.withPlugin(this.#plugin);
  }

  /** How many queries some work takes. */
  async during(work: () => Promise<unknown>): Promise<number> {
    const before = this.#count;
    await work();
    return this.#count - before;
  }
}
