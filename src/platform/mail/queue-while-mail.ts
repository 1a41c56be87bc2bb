import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.ts';
import { type Attempt, type JobQueue, type QueueSettings, startJobQueue } from '../jobs/job-queue.ts';
import type { Logger } from '../logging.ts';

interface MailQueueOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly settings: QueueSettings;
}

/**
 * A queue for what ends in a letter: its worker starts with the service where a mail server is set by then, and otherwise as soon as one
 * is. Before that nothing can be added.
 */
export function queueWhileMail<Data extends object>(
  app: FastifyInstance,
  { database, log, settings }: MailQueueOptions,
  handle: (attempt: Attempt<Data>) => Promise<void>,
): Pick<JobQueue<Data>, 'add'> {
  let queue: Promise<JobQueue<Data>> | null = null;
  const start = () => {
    queue ??= startJobQueue<Data>(database, log, settings, handle).catch((error: unknown) => {
      queue = null;
      throw error;
    });
    return queue;
  };
  app.addHook('onReady', () =>
    app.settings.follow(async ({ smtpUrl }) => {
      if (smtpUrl !== null) {
        await start();
      }
    }),
  );
  app.addHook('onClose', async () => (await queue)?.stop());
  return { add: async (connection, ...all) => (await start()).add(connection, ...all) };
}
