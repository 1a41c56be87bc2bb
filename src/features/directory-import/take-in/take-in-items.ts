import { workWhileReading } from '../../../platform/work-while-reading.ts';
import type { RegisterKeeping } from '../../../register-keeping.ts';
import { listRegionsOfCodes } from '../../directory/index.ts';
import {
  type Difference,
  type DifferenceKind,
  handOnRecords,
  insertSuccessions,
  listClosings,
  listStored,
  type OrganisationObservation,
  type OrganisationTypes,
  type RegisterTransaction,
  type SuccessionObservation,
  type SuccessionPair,
  updateHistoryRows,
} from '../../register/index.ts';
import { contradictingSuccession, opensAgain } from '../contradictions/contradiction.ts';
import { settleReopened } from '../contradictions/decide-contradiction.ts';
import { recordContradictions } from '../contradictions/record-contradictions.ts';
import { faultOn, ImportFaultsError } from '../read/import-faults.ts';
import type { LayoutId } from '../read/layouts.ts';
import { readFileApart } from '../read/read-file-apart.ts';
import type { DifferenceCounts } from './import-outcome.ts';
import { type BatchPlan, planBatch, type RelationItem } from './plan-batch.ts';
import { reopeningNotes } from './reopening-notes.ts';
import type { ReadSource } from './sighting-of.ts';

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
  /** Who is told when members of footprints are others afterwards. */
  readonly register: RegisterKeeping;
  /** Codes that the file may open again although others are on record to have taken their place. */
  readonly reopened?: ReadonlySet<string>;
  /** Each difference as it is found. */
  readonly onDifference?: (difference: Difference) => void;
  /** How many bytes have been read, and how many records. Waited for; what it throws ends the import, and nothing is changed. */
  readonly onProgress?: (bytes: number, rows: number) => void | Promise<void>;
}

/** What was read, and what it changed. */
export interface TakenIn {
  readonly rowCount: number;
  readonly counts: DifferenceCounts;
  readonly notes: readonly string[];
}

/**
 * Goes through the file. While one batch is being written the next is read, so that the database and this process work at the
 * same time; the transaction itself is asked one thing after another.
 */
export async function takeInItems(
  transaction: RegisterTransaction,
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
  const renewed = new Set<string>();
  const reopening = { named: request.reopened ?? new Set<string>(), met: new Set<string>(), opened: new Set<string>() };
  const meeting = { ...source, at: request.now };
  const decider = { personId: request.personId, onBehalfOf: request.onBehalfOf, at: request.now };
  const tell = () => request.onProgress?.(reading.bytes, reading.rows);
  await workWhileReading(batchesOf(request, reading), async (batch) => {
    const plan = await takeInBatch(transaction, types, batch, source, request.reopened);
    const { differences, contradictions, renewedIds } = plan;
    const told = await recordContradictions(transaction, contradictions, meeting);
    differences.map((difference) => told.get(difference) ?? difference).forEach(note);
    const opened = openedAgain(differences, reopening.named);
    await settleReopened(transaction, opened, reasonOf(request), decider);
    opened.forEach((code) => void reopening.opened.add(code));
    batch.organisations.forEach(({ code }) => void (reopening.named.has(code) && reopening.met.add(code)));
    renewedIds.forEach((id) => void renewed.add(id));
    await tell();
  });
  await tellOfRenewed(transaction, renewed, tell);
  const recording = { sourceId: source.sourceId, standing: 'official', recordedAt: request.now } as const;
  const successions = await insertSuccessions(transaction, reading.successions, recording);
  successions.added.map(describeSuccession).forEach(note);
  const contradictions = successions.contradicted.map(({ pair, known }) => contradictingSuccession(pair, known));
  const told = await recordContradictions(transaction, contradictions, meeting);
  contradictions.map(({ difference }) => told.get(difference) ?? difference).forEach(note);
  return { rowCount: reading.rows, counts, notes: [...reading.notes, ...reopeningNotes(reopening)] };
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
  for await (const item of readFileApart(request.open(), { layout, datedOn, onBytes })) {
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

/** What was decided beforehand, and holds. */
function openedAgain(differences: readonly Difference[], reopened: ReadonlySet<string>): string[] {
  const opened = differences.filter((difference) => reopened.has(difference.code) && opensAgain([difference]));
  return [...new Set(opened.map(({ code }) => code))];
}

function reasonOf({ fileName }: ImportRequest): string {
  return `Opened again with the file ${fileName}, as was asked for when it was brought in`;
}

interface FullBatch {
  readonly organisations: OrganisationObservation[];
  readonly relations: RelationItem[];
}

function emptyBatch(): FullBatch {
  return { organisations: [], relations: [] };
}

async function takeInBatch(
  transaction: RegisterTransaction,
  types: OrganisationTypes,
  batch: FullBatch,
  source: ReadSource,
  reopened: ReadonlySet<string> = new Set(),
): Promise<BatchPlan> {
  const codes = [
    ...batch.organisations.map(({ code }) => code),
    ...batch.relations.map((item) => item.organisationCode),
  ];
  refuseUnknownTypes(batch.organisations, types);
  const closings = await listClosings(transaction, codes);
  const copied = batch.organisations.flatMap(({ code, stated }) => (stated === undefined ? [] : [code]));
  const regions = await (copied.length === 0 ? new Map() : listRegionsOfCodes(transaction, copied, source.datedOn));
  const known = { closings, reopened, regions };
  const plan = planBatch(await listStored(transaction, codes), batch, source, types, known);
  if (plan.unknown.length > 0) {
    throw new ImportFaultsError(plan.unknown.map(faultOfUnknown), plan.unknown.length);
  }
  await updateHistoryRows(transaction, plan.rows);
  return plan;
}

/** Enough at a time that what is indexed is sorted and merged once, and few enough that work is soon stopped. */
const TOLD_AT_A_TIME = 5000;

/** Once for the whole file: an index of words, say, takes many words at once for little more than a few. */
async function tellOfRenewed(
  transaction: RegisterTransaction,
  renewed: ReadonlySet<string>,
  tell: () => void | Promise<void>,
): Promise<void> {
  const organisationIds = [...renewed].toSorted();
  for (let start = 0; start < organisationIds.length; start += TOLD_AT_A_TIME) {
    const slice = organisationIds.slice(start, start + TOLD_AT_A_TIME);
    await handOnRecords(transaction, { organisationIds: slice });
    await tell();
  }
}

/** A file may name the type itself; one of another programme would be read as nothing in particular. */
function refuseUnknownTypes(organisations: readonly OrganisationObservation[], types: OrganisationTypes): void {
  const faults = organisations.flatMap(({ stated, code }) =>
    stated === undefined || types.isKnown(stated.typeId)
      ? []
      : [faultOn(null, `${code}: this programme has no type of organisation “${stated.typeId}”`)],
  );
  if (faults.length > 0) {
    throw new ImportFaultsError(faults, faults.length);
  }
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
