import { workerData } from 'node:worker_threads';
import { serveWorker } from '../serve-worker.ts';

/** What each of the workers of the tests does with its chunks. */
const programs: Readonly<Record<string, (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<number>>> = {
  async *'tells-lengths'(chunks) {
    for await (const chunk of chunks) {
      yield chunk.length;
    }
  },
  async *'never-ends'() {
    yield 0;
    for (;;) {
      // Busy, and deaf to everything.
    }
  },
  async *'eats-memory'() {
    const eaten: number[][] = [];
    yield 0;
    for (;;) {
      eaten.push(Array.from({ length: 10_000 }, (_, index) => index));
    }
  },
  async *'has-a-bug'() {
    yield 0;
    throw new TypeError('a bug in the worker');
  },
};

const program = programs[String(workerData)];
if (program !== undefined) {
  await serveWorker(program);
}
