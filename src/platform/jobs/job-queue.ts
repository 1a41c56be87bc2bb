import { fromKysely, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Connection, Database } from '../database/database.ts';
import type { Logger } from '../logging.ts';

export interface Attempt<Data> {
  readonly data: Data;
  /** True when no further attempt follows if this one fails. */
  readonly isLast: boolean;
  /** Aborted when the service stops, or when this attempt is taken for lost and another may begin. */
  readonly signal: AbortSignal;
}

export interface QueueSettings {
  readonly name: string;
  /** Further attempts after the first. */
  readonly retries: number;
  /** Wait before the second attempt; each later wait is about twice as long. */
  readonly firstWaitSeconds: number;
  /** For long work of which only one piece is done at a time, whichever process does it. */
  readonly isOneAtATime?: boolean;
  /** How many pieces a process works on side by side; one where it is left out. */
  readonly sideBySide?: number;
}

/** Work that is done after the request that asked for it, kept in the database so that a restart loses none. */
export interface JobQueue<Data extends object> {
  /** Asks for the work, be it one piece or many. Given a transaction, the work exists if and only if that transaction commits. */
  readonly add: (connection: Connection, ...all: readonly Data[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const pollSeconds = 1;
/** Work that is not done by then is put back, to be tried again. */
const patienceMilliseconds = 2000;
/** The least that can be asked of a worker: a sign of life every five seconds, missed after ten. A process that is killed gives none. */
const missedAfterSeconds = 10;
const watch = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 };
const longestHours = 12;
const secondsInHour = 3600;

/**
 * Opens a queue over the service's own database and starts one worker. A handler that throws is tried again later, as
 * often as the settings say; more than one process may work on the same queue. A process that is killed is missed within seconds, and
 * its work begins again elsewhere. The tables are there already
 * (`prepare-job-tables.ts`).
 */
export async function startJobQueue<Data extends object>(
  database: Database,
  log: Logger,
  settings: QueueSettings,
  handle: (attempt: Attempt<Data>) => Promise<void>,
): Promise<JobQueue<Data>> {
  const { name, retries, firstWaitSeconds, isOneAtATime } = settings;
  const boss = new PgBoss({ db: fromKysely(database), schedule: false, migrate: false, ...watch });
  const stopping = new AbortController();
  boss.on('error', (error) => log.warn({ err: error, queue: name }, 'the job queue met a problem'));
  await boss.start();
  await boss.createQueue(name, {
    retryLimit: retries,
    retryDelay: firstWaitSeconds,
    retryBackoff: true,
    heartbeatSeconds: missedAfterSeconds,
    ...(isOneAtATime ? { policy: 'singleton', expireInSeconds: longestHours * secondsInHour } : {}),
  });
  const work = async (job: JobWithMetadata<Data>): Promise<JobResult> => {
    const signal = AbortSignal.any([stopping.signal, job.signal]);
    try {
      await handle({ data: job.data, isLast: job.retryCount >= job.retryLimit, signal });
      return { id: job.id, status: 'completed' };
    } catch (error) {
      return {
        id: job.id,
        status: 'failed',
        output: { message: error instanceof Error ? error.message : String(error) },
      };
    }
  };
  const workOptions = {
    includeMetadata: true,
    perJobResults: true,
    pollingIntervalSeconds: pollSeconds,
    batchSize: settings.sideBySide ?? 1,
    // As long as there is more work than is taken at once, nobody waits for the next look.
    burstWhenBatchFull: true,
  } as const;
  await boss.work<Data, JobResult[], typeof workOptions>(name, workOptions, (jobs) => Promise.all(jobs.map(work)));
  return {
    add: async (connection, ...all) => {
      const jobs = all.map((data) => ({ data }));
      if (jobs.length > 0) {
        await boss.insert(name, jobs, { db: fromKysely(connection) });
      }
    },
    stop: () => {
      stopping.abort(new Error('the service stops'));
      return boss.stop({ graceful: true, timeout: patienceMilliseconds });
    },
  };
}
