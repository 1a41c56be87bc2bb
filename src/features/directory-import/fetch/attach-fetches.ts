import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { type JobQueue, startJobQueue } from '../../../platform/jobs/job-queue.ts';
import { type RepeatedWork, repeatWork } from '../../../platform/jobs/repeat-work.ts';
import type { RegistryConfig } from '../../../platform/registry-config.ts';
import type { DirectoryWork } from '../uploads/attach-directory-work.ts';
import { beginFetchWhenDue } from './begin-fetch.ts';
import { type FetchJob, workOnFetch } from './work-on-fetch.ts';

/** After five minutes and again after ten: whoever is away for longer is asked again when the next time has come. */
const settings = { name: 'directory-fetches', retries: 2, firstWaitSeconds: 300, isOneAtATime: true };
const LOOKING = { name: 'asking the registry', pauseMilliseconds: 60_000 };

/** The queue of fetches, begun when it is first needed. */
export type FetchQueue = () => Promise<JobQueue<FetchJob>>;

/** Asks the registry as often as the configuration says, as long as the service runs; null where it names no registry. */
export function attachFetches(app: FastifyInstance, context: AppContext, work: DirectoryWork): FetchQueue | null {
  const { registry } = context.config;
  return registry === null ? null : attach(app, context, work, registry);
}

function attach(app: FastifyInstance, context: AppContext, work: DirectoryWork, registry: RegistryConfig): FetchQueue {
  let starting: Promise<JobQueue<FetchJob>> | null = null;
  let looking: RepeatedWork | null = null;
  const queue: FetchQueue = () => {
    starting ??= startJobQueue<FetchJob>(context.database, context.log, settings, (attempt) =>
      workOnFetch(context, work, registry, attempt),
    ).catch((error: unknown) => {
      starting = null;
      throw error;
    });
    return starting;
  };
  app.addHook('onReady', async () => {
    looking = repeatWork(context.log, LOOKING, async () => {
      // What an earlier process left is taken up by the queue.
      await queue();
      await beginFetchWhenDue(context, queue, registry);
    });
  });
  app.addHook('onClose', async () => {
    await looking?.stop();
    await (await starting)?.stop();
  });
  return queue;
}
