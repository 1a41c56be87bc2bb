import { programBeside } from '../../worker/program-beside.ts';
import { readInWorker } from '../../worker/read-in-worker.ts';

const url = programBeside(import.meta.url, 'word-writer-worker');

/** A document of a hundred pages takes about a second and some 150 megabytes. */
const limits = { heapMegabytes: 512, stepMilliseconds: 30_000 };

/**
 * A document for a word processor with what stands in the markup of a page, written in a thread of its own: laying out hundreds of table
 * rows would keep everybody else waiting, and the package for it is loaded by nobody who asks for none.
 */
export async function writeWordApart(title: string, markup: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readInWorker<Uint8Array>({ url, data: { title }, ...limits }, whole(markup))) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function* whole(markup: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(markup);
}
