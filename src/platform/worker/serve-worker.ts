import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/**
 * The side of the worker in `readInWorker`: does its work on the chunks as they are asked for, and says one thing after the
 * other. It never runs further ahead than one thing that nobody has heard yet.
 */
export async function serveWorker<Said>(
  work: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Said>,
): Promise<void> {
  const port = parentPort;
  if (port === null) {
    throw new Error('This program runs as a worker only.');
  }
  const tell = (message: FromWorker<Said>) =>
    new Promise<ToWorker>((resolve) => {
      port.once('message', resolve);
      port.postMessage(message);
    });
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const answer = await tell({ kind: 'wants-chunk' });
      if (answer === 'heard' || answer.chunk === null) {
        return;
      }
      yield answer.chunk;
    }
  }
  for await (const what of work(chunks())) {
    await tell({ kind: 'says', what });
  }
  const end: FromWorker<Said> = { kind: 'ends' };
  port.postMessage(end);
}
