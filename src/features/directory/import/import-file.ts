import { createHash } from 'node:crypto';
import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../../platform/database/database.ts';
import type { Difference, DifferenceKind } from '../history/difference.ts';
import { listStored, writeHistoryRows } from '../history/history-repository.ts';
import { refreshSearchEntries } from '../search/search-entries-repository.ts';
import type { SuccessionPair } from '../succession/succession.ts';
import { insertSuccessions } from '../succession/succession-repository.ts';
import type { DifferenceCounts, FileFinding, ImportOutcome } from './import-outcome.ts';
import { findAbsent, findImport, insertImport, insertSource, lockImports } from './import-repository.ts';
import type { OrganisationObservation, SuccessionObservation } from './observation.ts';
import { planBatch, type RelationItem } from './plan-batch.ts';
import { ImportFaultsError } from './read/import-faults.ts';
import { type LayoutId, layouts } from './read/layouts.ts';
import { readFile } from './read/read-file.ts';
import type { ReadSource } from './sighting-of.ts';
import type { OrganisationTypes } from './type-rules.ts';

/** Large enough to cost few round trips, small enough that memory stays flat however long a file is. */
const BATCH = 1000;

export interface ImportRequest {
  readonly fileName: string;
  readonly layout: LayoutId;
  /** The day whose state of affairs the file gives; files do not say it themselves. */
  readonly datedOn: string;
  /** The file from its beginning; called twice, once for the digest. */
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly importId: string;
  readonly personId: string | null;
  readonly onBehalfOf: string;
  readonly now: Date;
  /** Each difference as it is found. */
  readonly onDifference?: (difference: Difference) => void;
  /** How many bytes have been read, and how many records. */
  readonly onProgress?: (bytes: number, rows: number) => void;
}

/**
 * Brings a file of organisations into the directory: all of it in one transaction, or nothing. The same file again changes
 * nothing, and neither does an older one change what a newer one says.
 */
export async function importFile(
  database: Database,
  types: OrganisationTypes,
  request: ImportRequest & {
    /** Asked at the end, with all that would change, whether to keep it; a dry run says no, and nothing is changed. */
    readonly isWanted: (found: FileFinding) => boolean;
  },
): Promise<ImportOutcome> {
  try {
    return await database.transaction().execute(async (transaction) => {
      const outcome = await takeInFile(transaction, types, request);
      if (outcome.kind === 'imported' && !request.isWanted(outcome)) {
        throw new UnwantedEnd(outcome);
      }
      return outcome;
    });
  } catch (error) {
    if (error instanceof UnwantedEnd) {
      return { ...error.finding, kind: 'checked' };
    }
    if (error instanceof ImportFaultsError) {
      return { kind: 'refused', faults: error.faults, total: error.total };
    }
    throw error;
  }
}

/** Ends a transaction whose result is not wanted; a dry run and the real one do the same work by the same code. */
class UnwantedEnd extends Error {
  override readonly name = 'UnwantedEnd';
  readonly finding: FileFinding;

  constructor(finding: FileFinding) {
    super('what the file would change is not wanted');
    this.finding = finding;
  }
}

/**
 * The same inside a transaction of the caller's, who decides what becomes of it. Throws `ImportFaultsError` for a file that is
 * not as it should be.
 */
export async function takeInFile(
  transaction: Connection,
  types: OrganisationTypes,
  request: ImportRequest,
): Promise<Extract<ImportOutcome, { readonly kind: 'imported' | 'known' }>> {
  const digest = await digestOf(request.open());
  await lockImports(transaction);
  const known = await findImport(transaction, { ...request, digest });
  return known === null
    ? { kind: 'imported', ...(await takeIn(transaction, types, request, digest)) }
    : { kind: 'known', importedAt: known.importedAt };
}

async function takeIn(
  transaction: Connection,
  types: OrganisationTypes,
  request: ImportRequest,
  digest: string,
): Promise<FileFinding> {
  const source = {
    sourceId: `import-${request.layout}-${request.datedOn}-${digest.slice(0, 12)}`,
    datedOn: request.datedOn,
  };
  await insertSource(transaction, describeSource(request, source));
  const { rowCount, counts, notes } = await takeInItems(transaction, types, request, source);
  const absent = await findAbsent(transaction, request);
  await insertImport(transaction, {
    importId: request.importId,
    sourceId: source.sourceId,
    fileName: request.fileName,
    digest,
    layout: request.layout,
    datedOn: request.datedOn,
    rowCount,
    counts,
    importedAt: request.now,
    importedBy: request.personId,
  });
  await appendAuditEvent(transaction, {
    chain: 'directory',
    action: 'file-imported',
    personId: request.personId,
    onBehalfOf: request.onBehalfOf,
    at: request.now,
    detail: { fileName: request.fileName, layout: request.layout, datedOn: request.datedOn, digest, rowCount, counts },
  });
  return { rowCount, counts, notes, absent, sourceId: source.sourceId };
}

interface TakenIn {
  readonly rowCount: number;
  readonly counts: DifferenceCounts;
  readonly notes: readonly string[];
}

/**
 * Goes through the file. While one batch is being written the next is read, so that the database and this process work at the
 * same time; the transaction itself is asked one thing after another.
 */
async function takeInItems(
  transaction: Connection,
  types: OrganisationTypes,
  request: ImportRequest,
  source: ReadSource,
): Promise<TakenIn> {
  const counts: Partial<Record<DifferenceKind, number>> = {};
  const note = (difference: Difference) => {
    counts[difference.kind] = (counts[difference.kind] ?? 0) + 1;
    request.onDifference?.(difference);
  };
  const reading = { bytes: 0, rows: 0, notes: [] as string[], successions: [] as SuccessionObservation[] };
  let writing = Promise.resolve();
  try {
    for await (const batch of batchesOf(request, reading)) {
      await writing;
      writing = takeInBatch(transaction, types, batch, source).then((found) => {
        found.forEach(note);
        request.onProgress?.(reading.bytes, reading.rows);
      });
    }
  } finally {
    // A file that cannot be read to its end takes back what is being written, but not under its feet.
    await Promise.allSettled([writing]);
  }
  await writing;
  const recording = { sourceId: source.sourceId, standing: 'official', recordedAt: request.now } as const;
  for (const succession of await insertSuccessions(transaction, reading.successions, recording)) {
    note(describeSuccession(succession));
  }
  return { rowCount: reading.rows, counts, notes: reading.notes };
}

/** How far the reading has come, and what of it is kept to the end. */
interface Reading {
  bytes: number;
  rows: number;
  readonly notes: string[];
  /** Two codes and a day each: pairs of one day are one event, wherever in the file they stand. */
  readonly successions: SuccessionObservation[];
}

async function* batchesOf(request: ImportRequest, reading: Reading): AsyncGenerator<FullBatch> {
  const { layout, datedOn } = request;
  const onBytes = (count: number) => {
    reading.bytes = count;
  };
  let batch = emptyBatch();
  for await (const item of readFile(request.open(), { layout, datedOn, onBytes })) {
    if (item.kind === 'note') {
      reading.notes.push(item.text);
      continue;
    }
    reading.rows += 1;
    if (item.kind === 'succession') {
      reading.successions.push(item.observation);
    } else if (item.kind === 'relation') {
      batch.relations.push(item);
    } else {
      batch.organisations.push(item.observation);
    }
    if (batch.organisations.length + batch.relations.length >= BATCH) {
      yield batch;
      batch = emptyBatch();
    }
  }
  yield batch;
}

interface FullBatch {
  readonly organisations: OrganisationObservation[];
  readonly relations: RelationItem[];
}

function emptyBatch(): FullBatch {
  return { organisations: [], relations: [] };
}

async function takeInBatch(
  transaction: Connection,
  types: OrganisationTypes,
  batch: FullBatch,
  source: ReadSource,
): Promise<readonly Difference[]> {
  const codes = [
    ...batch.organisations.map(({ code }) => code),
    ...batch.relations.map((item) => item.organisationCode),
  ];
  const plan = planBatch(await listStored(transaction, codes), batch, source, types);
  if (plan.unknown.length > 0) {
    throw new ImportFaultsError(plan.unknown.map(faultOfUnknown), plan.unknown.length);
  }
  await writeHistoryRows(transaction, plan.rows);
  await refreshSearchEntries(transaction, { organisationIds: plan.renewedIds, areaIds: [] });
  return plan.differences;
}

function faultOfUnknown({ organisationCode, row }: RelationItem) {
  return {
    line: row,
    column: null,
    columnName: null,
    reason: `The directory knows no organisation ${organisationCode}: bring in a file that describes it first`,
  };
}

function describeSuccession({ predecessorCode, successorCode, effectiveOn, row }: SuccessionPair): Difference {
  return {
    kind: 'succession-added',
    code: predecessorCode,
    name: '',
    before: '',
    after: `${successorCode} from ${effectiveOn}`,
    isPast: false,
    row,
  };
}

function describeSource({ layout, fileName, datedOn }: ImportRequest, { sourceId }: ReadSource) {
  const label = layouts.find(({ id }) => id === layout)?.label ?? layout;
  return {
    sourceId,
    title: `${label}, file ${fileName}`,
    publisher: 'NHS Organisation Data Service',
    licence: 'Open Government Licence v3.0',
    datedOn,
    note: '',
  };
}

async function digestOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
  }
  return hash.digest('hex');
}
