import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { type RepeatedWork, repeatWork } from '../../platform/jobs/repeat-work.ts';
import { deleteEventsToTell } from './notice-repository.ts';
import { putIntoLetters } from './put-into-letters.ts';
import { writeNotices } from './write-notices.ts';

const TELLING = { name: 'telling people what happened', pauseMilliseconds: 1000 };
const FORGETTING = { name: 'forgetting what nobody is told', pauseMilliseconds: 3_600_000 };

/**
 * Tells people of what happens, as long as the service runs. Where no mail server is set up nobody is told, not later either: whoever
 * sets one up does not have everybody written to about what is long over.
 */
export function attachNotices(app: FastifyInstance, context: AppContext): void {
  let work: RepeatedWork | null = null;
  app.addHook('onReady', async () => {
    const { letters } = app;
    work =
      letters === null
        ? repeatWork(context.log, FORGETTING, () => deleteEventsToTell(context.database))
        : repeatWork(context.log, TELLING, async () => {
            await app.programme.refresh();
            await writeNotices({ ...context, letters });
            await putIntoLetters({ ...context, letters });
          });
  });
  app.addHook('onClose', async () => {
    await work?.stop();
  });
}
