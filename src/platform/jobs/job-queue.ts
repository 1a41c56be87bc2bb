import { fromKysely, PgBoss } from 'pg-boss';
import type { Connection, Database } from '../database/database.ts';
import type { Logger } from '../logging.ts';

export interface Attempt<Data> {
  readonly data: Data;
  /** True when no further attempt follows if this one fails. */
  readonly isLast: boolean;
}

export interface QueueSettings {
  readonly name: string;
  /** Further attempts after the first. */
  readonly retries: number;
  /** Wait before the second attempt; each later wait is about twice as long. */
  readonly firstWaitSeconds: number;
}

/** Work that is done after the request that asked for it, kept in the database so that a restart loses none. */
export interface JobQueue<Data extends object> {
  /** Asks for the work. Given a transaction, the work exists if and only if that transaction commits. */
  readonly add: (connection: Connection, data: Data) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const pollSeconds = 1;
/** Work that is not done by then is put back, to be tried again. */
const patienceMilliseconds = 2000;

/**
 * Opens a queue over the service's own database and starts one worker. A handler that throws is tried again later, as
 * often as the settings say; more than one process may work on the same queue. The tables are there already
 * (`prepare-job-tables.ts`).
 */
export async function startJobQueue<Data extends object>(
  database: Database,
  log: Logger,
  settings: QueueSettings,
  handle: (attempt: Attempt<Data>) => Promise<void>,
): Promise<JobQueue<Data>> {
  const { name, retries, firstWaitSeconds } = settings;
  const boss = new PgBoss({ db: fromKysely(database), schedule: false, migrate: false });
  boss.on('error', (error) => log.warn({ err: error, queue: name }, 'the job queue met a problem'));
  await boss.start();
  await boss.createQueue(name, { retryLimit: retries, retryDelay: firstWaitSeconds, retryBackoff: true });
  await boss.work<Data, void, { includeMetadata: true; batchSize: number; pollingIntervalSeconds: number }>(
    name,
    { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: pollSeconds },
    async (jobs) => {
      for (const job of jobs) {
        await handle({ data: job.data, isLast: job.retryCount >= job.retryLimit });
      }
    },
  );
  return {
    add: async (connection, data) => {
      await boss.send(name, data, { db: fromKysely(connection) });
    },
    stop: () => boss.stop({ graceful: true, timeout: patienceMilliseconds }),
  };
}
