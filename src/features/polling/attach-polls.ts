import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { type RepeatedWork, repeatWork } from '../../platform/jobs/repeat-work.ts';
import { endOverduePolls } from '../polls/index.ts';

/** A poll takes no vote after its last day whether or not it is closed by then: what waits is that addresses are forgotten. */
const CLOSING = { name: 'closing polls whose day is over', pauseMilliseconds: 600_000 };

/** Closes polls after their last day, as long as the service runs. */
export function attachPolls(app: FastifyInstance, context: AppContext): void {
  let work: RepeatedWork | null = null;
  app.addHook('onReady', async () => {
    work = repeatWork(context.log, CLOSING, async () => {
      await app.programme.refresh();
      await endOverduePolls(context, context.clock());
    });
  });
  app.addHook('onClose', async () => work?.stop());
}
