import { organisationFileLimits } from '../../../file-limits.ts';
import type { OrganisationObservation } from '../../register/index.ts';
import { decodeText } from './decode-text.ts';
import { readDocument } from './documents/read-document.ts';
import { readJson } from './documents/read-json.ts';
import { downloadRows } from './download-rows.ts';
import { following } from './following.ts';
import { FaultCollector, faultOn } from './import-faults.ts';
import type { ImportItem } from './import-item.ts';
import type { LayoutId } from './layouts.ts';
import { odsLayouts } from './ods-layouts.ts';
import { type CsvRecord, readCsvBatches } from './read-csv.ts';
import { OdsReading } from './read-ods.ts';
import { OrganisationsReading } from './read-organisations.ts';
import { SuccessorsReading } from './read-successors.ts';

/** How to read a file. */
export interface ReadOptions {
  readonly layout: LayoutId;
  /** The day the file speaks of, `2016-02-29`: what `C` means in a file of CCGs depends on it. */
  readonly datedOn: string;
}

interface FileLimits {
  readonly records: number;
  readonly xmlBytes: number;
  readonly csvBytes: number;
}

/**
 * What a file says, one thing at a time, in the order of the file; only its codes are kept in memory. A file with any
 * fault ends in an ImportFaultsError with all of them, after the last line that can be read. What was given out before
 * that is worth nothing: whoever stores it does so in one transaction. From the first fault on nothing is given out.
 */
export async function* readFile(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  limits: FileLimits = organisationFileLimits,
): AsyncGenerator<ImportItem> {
  const faults = new FaultCollector();
  const texts = decodeText(
    withinLimit(chunks, isDocument(options) ? limits.xmlBytes : limits.csvBytes, faults),
    faults,
  );
  let saysNothing = true;
  for await (const items of batchesOf(texts, options, faults, limits.records)) {
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

function isDocument({ layout }: ReadOptions): boolean {
  return layout === 'ord' || layout === 'fhir';
}

async function* withinLimit(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
  faults: FaultCollector,
): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of chunks) {
    count += chunk.length;
    if (count > most) {
      faults.fail(faultOn(null, `the file is larger than ${most / 1_000_000} megabytes: split it`));
    }
    yield chunk;
  }
}

function batchesOf(
  texts: AsyncGenerator<string>,
  { layout, datedOn }: ReadOptions,
  faults: FaultCollector,
  records: number,
) {
  if (layout === 'ord' || layout === 'fhir') {
    return readDocument(texts, layout, faults, records);
  }
  if (layout === 'successors' || layout === 'organisations') {
    return readDownload(texts, layout, faults);
  }
  return readOds(texts, layout, datedOn, faults);
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
    yield records.flatMap((record) => reading.read(record).map(said));
  }
  const { observations, notes } = reading.end();
  yield [...observations.map(said), ...notes.map((text) => ({ kind: 'note', text }) as const)];
}

function said(observation: OrganisationObservation): ImportItem {
  return { kind: 'organisation', observation };
}

/** The rows of a table, or of our own download in JSON, whose items are counted. */
async function* readTable(
  texts: AsyncGenerator<string>,
  kind: 'organisations' | 'successors',
  faults: FaultCollector,
): AsyncGenerator<readonly CsvRecord[]> {
  const { value: beginning = '' } = await texts.next();
  const whole = following(beginning, texts);
  if (!beginning.trimStart().startsWith('{')) {
    yield* readCsvBatches(whole, faults);
    return;
  }
  const read = downloadRows(kind, await readJson(whole, faults));
  faults.countItems();
  if (read.kind === 'refused') {
    for (const { item, reason } of read.faults) {
      faults.add(faultOn(item, reason));
    }
    return;
  }
  yield [{ line: 0, fields: read.columns }, ...read.rows.map(({ item, fields }) => ({ line: item, fields }))];
}

async function* readDownload(
  texts: AsyncGenerator<string>,
  kind: 'organisations' | 'successors',
  faults: FaultCollector,
): AsyncGenerator<readonly ImportItem[]> {
  const reading = readingOf(kind, faults);
  for await (const records of readTable(texts, kind, faults)) {
    yield records.flatMap((record) => reading.read(record) ?? []);
  }
  yield reading.end().map((text) => ({ kind: 'note', text }) as const);
}

interface DownloadReading {
  readonly read: (record: CsvRecord) => ImportItem | null;
  readonly end: () => readonly string[];
}

function readingOf(kind: 'organisations' | 'successors', faults: FaultCollector): DownloadReading {
  if (kind === 'organisations') {
    const reading = new OrganisationsReading(faults);
    return { read: (record) => orNone(reading.read(record), said), end: () => reading.end() };
  }
  const reading = new SuccessorsReading(faults);
  return {
    read: (record) => orNone(reading.read(record), (observation) => ({ kind: 'succession', observation })),
    end: () => reading.end(),
  };
}

function orNone<Value>(value: Value | null, itemOf: (value: Value) => ImportItem): ImportItem | null {
  return value === null ? null : itemOf(value);
}
