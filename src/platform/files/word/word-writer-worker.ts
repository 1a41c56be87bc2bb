/* The program of the thread in which documents for word processors are written; `writeWordApart` starts it. */
import { workerData } from 'node:worker_threads';
import { serveWorker } from '../../worker/serve-worker.ts';
import { blocksOfMarkup } from './blocks-of-markup.ts';
import { writeWord } from './write-word.ts';

async function* write(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { title } = workerData as { readonly title: string };
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) {
    pieces.push(chunk);
  }
  const blocks = blocksOfMarkup(Buffer.concat(pieces).toString('utf8'));
  yield await writeWord({ title, blocks });
}

await serveWorker(write);
