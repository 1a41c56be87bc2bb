import { decodeText } from './decode-text.ts';
import { FaultCollector } from './import-faults.ts';
import type { ImportItem } from './import-item.ts';
import type { LayoutId } from './layouts.ts';
import { odsLayouts } from './ods-layouts.ts';
import { readCsvBatches } from './read-csv.ts';
import { readDocument } from './read-document.ts';
import { OdsReading } from './read-ods.ts';
import { SuccessorsReading } from './read-successors.ts';

/** How to read a file. */
export interface ReadOptions {
  readonly layout: LayoutId;
  /** The day the file speaks of, `2016-02-29`: what `C` means in a file of CCGs depends on it. */
  readonly datedOn: string;
  /** Told, as reading goes on, how many bytes of the file have been read so far. */
  readonly onBytes?: (count: number) => void;
}

/**
 * What a file says, one thing at a time, in the order of the file; only its codes are kept in memory. A file with any
 * fault ends in an ImportFaultsError with all of them, after the last line that can be read. What was given out before
 * that is worth nothing: whoever stores it does so in one transaction. From the first fault on nothing is given out.
 */
export async function* readFile(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<ImportItem> {
  const faults = new FaultCollector();
  const texts = decodeText(counted(chunks, options.onBytes), faults);
  let saysNothing = true;
  for await (const items of batchesOf(texts, options, faults)) {
    if (faults.total === 0) {
      saysNothing &&= items.every(({ kind }) => kind === 'note');
      yield* items;
    }
  }
  faults.throwIfAny();
  if (saysNothing) {
    yield { kind: 'note', text: 'The file was read to its end and names no organisation.' };
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: ReadOptions['onBytes'],
): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of chunks) {
    count += chunk.length;
    onBytes?.(count);
    yield chunk;
  }
}

function batchesOf(texts: AsyncGenerator<string>, { layout, datedOn }: ReadOptions, faults: FaultCollector) {
  if (layout === 'ord' || layout === 'fhir') {
    return readDocument(texts, layout, faults);
  }
  return layout === 'successors' ? readSuccessors(texts, faults) : readOds(texts, layout, datedOn, faults);
}

async function* readOds(
  texts: AsyncIterable<string>,
  id: LayoutId,
  datedOn: string,
  faults: FaultCollector,
): AsyncGenerator<readonly ImportItem[]> {
  const layout = odsLayouts.find((candidate) => candidate.id === id);
  if (layout === undefined) {
    throw new TypeError(`no layout ${id}`);
  }
  const reading = new OdsReading(layout, datedOn, faults);
  for await (const records of readCsvBatches(texts, faults)) {
    yield records.flatMap((record) => {
      const observation = reading.read(record);
      return observation === null ? [] : [{ kind: 'organisation', observation } as const];
    });
  }
  reading.end();
}

async function* readSuccessors(
  texts: AsyncIterable<string>,
  faults: FaultCollector,
): AsyncGenerator<readonly ImportItem[]> {
  const reading = new SuccessorsReading(faults);
  for await (const records of readCsvBatches(texts, faults)) {
    yield records.flatMap((record) => {
      const observation = reading.read(record);
      return observation === null ? [] : [{ kind: 'succession', observation } as const];
    });
  }
  const note = reading.end();
  yield note === null ? [] : [{ kind: 'note', text: note }];
}
