import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { type JobQueue, startJobQueue } from '../../../platform/jobs/job-queue.ts';
import { isAnyInWork } from './upload-repository.ts';
import { type FileTaker, type UploadJob, workOnUpload } from './work-on-upload.ts';

/** One file at a time over all processes: each decides by what it finds on record, and no two may change it at once. */
const settings = { name: 'directory-files', retries: 10, firstWaitSeconds: 1, isOneAtATime: true };

/** The work on the files that people send, in this process. */
export interface DirectoryWork {
  /** The queue, begun if it was not: a service to which nobody sends files asks the database nothing. */
  readonly started: () => Promise<JobQueue<UploadJob>>;
}

/** Takes up what is left over when the service starts, and ends with it: what is under way is put back and begun again later. */
export function attachDirectoryWork(
  app: FastifyInstance,
  context: AppContext,
  takers: readonly FileTaker[],
): DirectoryWork {
  let starting: Promise<JobQueue<UploadJob>> | null = null;
  const started = () => {
    starting ??= start(context, takers).catch((error: unknown) => {
      starting = null;
      throw error;
    });
    return starting;
  };
  app.addHook('onReady', async () => {
    // A database that is away when the service begins is no reason not to begin: the next file that is sent or looked at starts it.
    try {
      if (await isAnyInWork(context.database)) {
        await started();
      }
    } catch (error) {
      context.log.warn({ err: error }, 'what was left of the directory files could not be taken up yet');
    }
  });
  app.addHook('onClose', async () => (await starting)?.stop());
  return { started };
}

function start(context: AppContext, takers: readonly FileTaker[]): Promise<JobQueue<UploadJob>> {
  return startJobQueue<UploadJob>(context.database, context.log, settings, (attempt) =>
    workOnUpload(context, takers, attempt),
  );
}
