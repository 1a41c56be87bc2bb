/* The program of the thread in which files are read; `readFileApart` starts it. */
import { workerData } from 'node:worker_threads';
import { serveWorker } from '../../../platform/worker/serve-worker.ts';
import { type ImportFault, ImportFaultsError } from './import-faults.ts';
import type { ImportItem } from './import-item.ts';
import { type ReadOptions, readFile } from './read-file.ts';

export type FileSaying =
  | { readonly kind: 'items'; readonly items: readonly ImportItem[] }
  | { readonly kind: 'refused'; readonly faults: readonly ImportFault[]; readonly total: number };

/** Few enough that taking them over is done in a moment. */
const BATCH = 250;

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileSaying> {
  const options: ReadOptions = workerData;
  try {
    let items: ImportItem[] = [];
    for await (const item of readFile(chunks, options)) {
      items.push(item);
      if (items.length === BATCH) {
        yield { kind: 'items', items };
        items = [];
      }
    }
    yield { kind: 'items', items };
  } catch (error) {
    if (!(error instanceof ImportFaultsError)) {
      throw error;
    }
    yield { kind: 'refused', faults: error.faults, total: error.total };
  }
}

await serveWorker(read);
