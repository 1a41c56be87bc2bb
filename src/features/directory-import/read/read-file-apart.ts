import { organisationFileLimits } from '../../../file-limits.ts';
import { programBeside } from '../../../platform/worker/program-beside.ts';
import { readInWorker, WorkerLimitError, type WorkerProgram } from '../../../platform/worker/read-in-worker.ts';
import type { FileSaying } from './file-reader-worker.ts';
import { faultOn, ImportFaultsError } from './import-faults.ts';
import type { ImportItem } from './import-item.ts';
import type { ReadOptions } from './read-file.ts';

const url = programBeside(import.meta.url, 'file-reader-worker');

export interface ReadApartOptions extends ReadOptions {
  /** Told, as reading goes on, how many bytes of the file have been read so far. */
  readonly onBytes?: (count: number) => void;
}

/**
 * What `readFile` gives, read in a thread of its own, so that the service goes on answering whatever is in the file. One whose
 * reading takes more memory or time than any honest file does is refused like one with a fault.
 */
export async function* readFileApart(
  chunks: AsyncIterable<Uint8Array>,
  { layout, datedOn, onBytes }: ReadApartOptions,
  limits: Pick<WorkerProgram, 'heapMegabytes' | 'stepMilliseconds'> = organisationFileLimits.reading,
): AsyncGenerator<ImportItem> {
  const program: WorkerProgram = { url, data: { layout, datedOn }, ...limits };
  try {
    for await (const said of readInWorker<FileSaying>(program, counted(chunks, onBytes))) {
      if (said.kind === 'refused') {
        throw new ImportFaultsError(said.faults, said.total);
      }
      yield* said.items;
    }
  } catch (error) {
    throw error instanceof WorkerLimitError ? refusalOf(error) : error;
  }
}

function refusalOf({ limit }: WorkerLimitError): ImportFaultsError {
  const reason = `reading the file takes more ${limit} than any file of the registry does: split it, or fetch it again`;
  return new ImportFaultsError([faultOn(null, reason)], 1);
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: ReadApartOptions['onBytes'],
): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of chunks) {
    count += chunk.length;
    onBytes?.(count);
    yield chunk;
  }
}
