import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { type RepeatedWork, repeatWork } from '../../platform/jobs/repeat-work.ts';
import { deleteEventsToTell } from './notice-repository.ts';
import { putIntoLetters } from './put-into-letters.ts';
import { writeReminders } from './reminders/write-reminders.ts';
import { writeNotices } from './write-notices.ts';

const TELLING = { name: 'telling people what happened', pauseMilliseconds: 1000 };
/** A deadline has its reminders on days: to look at them a few times an hour is enough. */
const REMINDING = { name: 'reminding of deadlines', pauseMilliseconds: 600_000 };
const FORGETTING = { name: 'forgetting what nobody is told', pauseMilliseconds: 3_600_000 };

/**
 * Tells people of what happens, as long as the service runs. Where no mail server is set up nobody is told, not later either: whoever
 * sets one up does not have everybody written to about what is long over.
 */
export function attachNotices(app: FastifyInstance, context: AppContext): void {
  let works: readonly RepeatedWork[] = [];
  app.addHook('onReady', async () => {
    works = [telling(app, context), reminding(app, context), forgetting(app, context)];
  });
  app.addHook('onClose', async () => {
    await Promise.all(works.map((work) => work.stop()));
  });
}

function telling(app: FastifyInstance, context: AppContext): RepeatedWork {
  return repeatWork(context.log, TELLING, async () => {
    // A process that nobody asks anything learns here that a mail server was set.
    await app.settings.keepUp();
    const { letters } = app;
    if (letters !== null) {
      await app.programme.refresh();
      await writeNotices({ ...context, letters });
      await putIntoLetters({ ...context, letters });
    }
  });
}

function reminding(app: FastifyInstance, context: AppContext): RepeatedWork {
  return repeatWork(context.log, REMINDING, async () => {
    const { letters } = app;
    if (letters !== null) {
      await app.programme.refresh();
      await writeReminders({ ...context, letters });
    }
  });
}

function forgetting(app: FastifyInstance, { log, database }: AppContext): RepeatedWork {
  return repeatWork(log, FORGETTING, async () => {
    if (app.letters === null) {
      await deleteEventsToTell(database);
    }
  });
}
