import { setImmediate } from 'node:timers/promises';

/** Counts turns of the event loop, in which any request would be answered, until it is told to stop. */
export function countTurns() {
  const turns = { count: 0, isStopped: false };
  const counting = (async () => {
    while (!turns.isStopped) {
      await setImmediate();
      turns.count += 1;
    }
  })();
  return {
    turns,
    stop: async () => {
      turns.isStopped = true;
      await counting;
    },
  };
}
