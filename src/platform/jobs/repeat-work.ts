import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from '../logging.ts';

export interface RepeatedWork {
  /** Done once the work under way is. */
  readonly stop: () => Promise<void>;
}

export interface RepeatSettings {
  readonly name: string;
  readonly pauseMilliseconds: number;
}

/** Does something again and again, with a pause between. What goes wrong is logged once until it goes well again. */
export function repeatWork(
  log: Logger,
  { name, pauseMilliseconds }: RepeatSettings,
  work: () => Promise<void>,
): RepeatedWork {
  const stopping = new AbortController();
  const going = go(stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await going;
    },
  };

  async function go(signal: AbortSignal): Promise<void> {
    let isFailing = false;
    while (!signal.aborted) {
      try {
        await work();
        isFailing = false;
      } catch (error) {
        if (!isFailing) {
          log.warn({ err: error, work: name }, 'work that is repeated met a problem, and is tried again');
        }
        isFailing = true;
      }
      await after(pauseMilliseconds, undefined, { ref: false, signal }).catch(() => undefined);
    }
  }
}
