import { createHash } from 'node:crypto';
import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../../platform/database/database.ts';
import { planForGrowth } from '../../../platform/database/statements/plan-for-growth.ts';
import type { RegisterKeeping } from '../../../register-keeping.ts';
import type { ReferenceFault } from '../../reference-facts/index.ts';
import {
  changeRegister,
  type DatedPlace,
  type RegisterAction,
  type RegisterTransaction,
  updatePlaces,
} from '../../register/index.ts';
import type { DifferenceCounts } from '../take-in/import-outcome.ts';
import { findImport, insertImport, insertSource } from '../take-in/import-repository.ts';
import { resolvePlaces } from './check-places.ts';
import type { PlaceLayout, PlaceLayoutId } from './place-layouts.ts';
import type { NewPlace, PlaceDifference } from './place-plan.ts';
import {
  analyzePlaces,
  listFalseRelations,
  listKnownPlaces,
  listSubjects,
  listTakenSlugs,
} from './places-repository.ts';
import { PlaceFaultsError, type PlaceUnit, readPlaces } from './read-places.ts';
import { type PeriodsReplaced, replacePeriods } from './replace-periods.ts';

export interface PlacesImport {
  readonly fileName: string;
  readonly text: string;
  /** Which of the layouts the file may have; its header says which it has. */
  readonly layouts: readonly PlaceLayoutId[];
  /** The day whose state of affairs the file gives. */
  readonly datedOn: string;
  readonly source: { readonly title: string; readonly publisher: string; readonly licence: string };
  readonly importId: string;
  readonly personId: string | null;
  readonly onBehalfOf: string;
  readonly now: Date;
  /** Who is told when members of footprints are others afterwards. */
  readonly register: RegisterKeeping;
  /** Finds out what would change, and changes nothing. */
  readonly isDryRun: boolean;
}

export interface PlacesReport {
  readonly layout: PlaceLayoutId;
  readonly rowCount: number;
  readonly differences: readonly PlaceDifference[];
  /** Lines of which something newer is known, and which change nothing. */
  readonly passedOver: readonly number[];
  /** What a person should know of the reading, in sentences. */
  readonly notes: readonly string[];
}

type Taken =
  | ({ readonly kind: 'imported' } & PlacesReport)
  /** The same bytes, of the same day, are in already. */
  | { readonly kind: 'known'; readonly importedAt: Date };

export type PlacesOutcome =
  | Taken
  /** It was a dry run: what would have been imported. */
  | ({ readonly kind: 'checked' } & PlacesReport)
  /** The file is not as it should be, and nothing was changed. */
  | { readonly kind: 'refused'; readonly faults: readonly ReferenceFault[]; readonly unit: PlaceUnit };

/**
 * Brings a file of areas, of how they lie in each other, or of members of footprints into the directory: all of it in one
 * transaction, or nothing. The same file again changes nothing, and neither does an older one change what a newer one says.
 */
export async function importPlaces(database: Database, request: PlacesImport): Promise<PlacesOutcome> {
  try {
    return await database.transaction().execute(async (transaction) => {
      const outcome = await takeInPlaces(transaction, request);
      if (outcome.kind === 'imported' && request.isDryRun) {
        throw new DryRunEnd(outcome);
      }
      return outcome;
    });
  } catch (error) {
    if (error instanceof DryRunEnd) {
      return { ...error.report, kind: 'checked' };
    }
    if (error instanceof PlaceFaultsError) {
      return { kind: 'refused', faults: error.faults, unit: error.unit };
    }
    throw error;
  }
}

/** Ends a transaction that was only to find something out; a dry run and the real one do the same work by the same code. */
class DryRunEnd extends Error {
  override readonly name = 'DryRunEnd';
  readonly report: PlacesReport;

  constructor(report: PlacesReport) {
    super('dry run');
    this.report = report;
  }
}

function takeInPlaces(transaction: Connection, request: PlacesImport): Promise<Taken> {
  const { fileName, personId, onBehalfOf, now } = request;
  const by = { personId, name: onBehalfOf, onBehalfOf, at: now };
  const action: RegisterAction = { because: `the file ${fileName} was brought in`, by, lasts: 'long' };
  return changeRegister(transaction, request.register, action, (register) => writeFile(register, request));
}

async function writeFile(transaction: RegisterTransaction, request: PlacesImport): Promise<Taken> {
  const { layout, rows, unit, notes } = readPlaces(request);
  const digest = createHash('sha256').update(request.text).digest('hex');
  await planForGrowth(transaction);
  const known = await findImport(transaction, { digest, layout: layout.id, datedOn: request.datedOn });
  if (known !== null) {
    return { kind: 'known', importedAt: known.importedAt };
  }
  const faults: ReferenceFault[] = [];
  const subjects = await listSubjects(
    transaction,
    rows.flatMap(({ value }) => value.mentions),
  );
  const places = resolvePlaces(layout.id, rows, subjects, faults);
  faults.push(...(await findTakenSlugs(transaction, layout, places, request.fileName)));
  refuse(faults, unit);
  const laid = await layAll(transaction, layout, places, request.datedOn);
  await record(transaction, { layout, digest, laid, rowCount: rows.length }, request);
  refuse(await findFalseRelations(transaction, layout, places, request.fileName), unit);
  await analyzePlaces(transaction);
  const { differences, passedOver } = laid;
  return { kind: 'imported', layout: layout.id, rowCount: rows.length, differences, passedOver, notes };
}

function refuse(faults: readonly ReferenceFault[], unit: PlaceUnit): void {
  if (faults.length > 0) {
    throw new PlaceFaultsError(
      faults.toSorted((one, other) => one.line - other.line),
      unit,
    );
  }
}

async function findTakenSlugs(
  transaction: Connection,
  layout: PlaceLayout,
  places: readonly NewPlace[],
  file: string,
): Promise<ReferenceFault[]> {
  const lines = layout.id === 'areas' ? await listTakenSlugs(transaction, places) : [];
  return lines.map((line) => ({ file, line, message: 'slug: another area of this kind has it on some of these days' }));
}

async function layAll(
  transaction: Connection,
  layout: PlaceLayout,
  places: readonly NewPlace[],
  datedOn: string,
): Promise<PeriodsReplaced> {
  const known = Map.groupBy(await listKnownPlaces(transaction, layout.kind, places), ({ keys }) => keys.join(' '));
  const things = [...Map.groupBy(places, ({ keys }) => keys.join(' '))];
  const laid = things.map(([key, rows]) => replacePeriods(known.get(key) ?? [], rows, datedOn));
  return {
    change: {
      removed: laid.flatMap(({ change }) => change.removed),
      cut: laid.flatMap(({ change }) => change.cut),
      added: laid.flatMap(({ change }) => change.added),
    },
    differences: laid.flatMap(({ differences }) => differences).toSorted((one, other) => one.line - other.line),
    passedOver: laid.flatMap(({ passedOver }) => passedOver).toSorted((one, other) => one - other),
  };
}

interface Found {
  readonly layout: PlaceLayout;
  readonly digest: string;
  readonly laid: PeriodsReplaced;
  readonly rowCount: number;
}

async function record(
  transaction: RegisterTransaction,
  { layout, digest, laid, rowCount }: Found,
  { fileName, datedOn, source, importId, personId, onBehalfOf, now }: PlacesImport,
): Promise<void> {
  const sourceId = `import-${layout.id}-${datedOn}-${digest.slice(0, 12)}`;
  await insertSource(transaction, { sourceId, ...source, datedOn, note: `File ${fileName}` });
  const added = laid.change.added.map((place) => rowOf(place, sourceId));
  await updatePlaces(transaction, layout.kind, { ...laid.change, added }, sourceId);
  const counts = countDifferences(laid.differences);
  await insertImport(transaction, {
    importId,
    sourceId,
    fileName,
    digest,
    layout: layout.id,
    datedOn,
    rowCount,
    counts,
    importedAt: now,
    importedBy: personId,
  });
  await appendAuditEvent(transaction, {
    chain: 'directory',
    action: 'file-imported',
    personId,
    onBehalfOf,
    at: now,
    detail: { fileName, layout: layout.id, datedOn, digest, rowCount, counts },
  });
}

/** The header of a file is no record. */
function rowOf({ line, ...place }: NewPlace, sourceId: string): DatedPlace {
  return { ...place, sourceId, sourceRow: line - 1 };
}

/** By the kinds that the list of imports has for organisations. */
function countDifferences(differences: readonly PlaceDifference[]): DifferenceCounts {
  const kinds = { added: 'added', ended: 'closed', changed: 'relation-changed' } as const;
  const groups = Map.groupBy(differences, ({ kind }) => kinds[kind]);
  return Object.fromEntries([...groups].map(([kind, group]) => [kind, group.length]));
}

/** The areas that lie in others. */
function idsOf(places: readonly NewPlace[]): string[] {
  return [...new Set(places.flatMap(({ keys }) => keys[0] ?? []))];
}

async function findFalseRelations(
  transaction: Connection,
  layout: PlaceLayout,
  places: readonly NewPlace[],
  file: string,
): Promise<ReferenceFault[]> {
  if (layout.id !== 'area-links') {
    return [];
  }
  const wrong = new Set(await listFalseRelations(transaction, idsOf(places)));
  const message = 'relation: must be spans where an area lies in several at once, and within where it lies in one';
  return places.filter(({ keys }) => wrong.has(keys[0] ?? '')).map(({ line }) => ({ file, line, message }));
}
