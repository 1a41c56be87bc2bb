import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../../platform/database/database.ts';
import type { HexagonOrientation } from '../drawing/hexagon-geometry.ts';
import type { AreaCell, AreaShape, BoundaryFault, PropertyMapping } from './boundary.ts';
import {
  type BoundaryForm,
  type BoundarySource,
  type BoundarySubject,
  deleteBoundarySet,
  endBoundarySet,
  findHoldingSet,
  findNextStart,
  type HoldingSet,
  insertBoundarySet,
  insertBoundarySource,
  listSubjects,
  lockBoundaries,
  type NewBoundarySet,
} from './boundary-repository.ts';
import { type BoundaryDifference, cellMark, compareBoundaries, sha256, shapeMark } from './compare-boundaries.ts';
import { matchCodes } from './match-codes.ts';
import { parseGeometry } from './parse-geometry.ts';
import { simplifyBoundaries } from './simplify-boundaries.ts';
import { type CodeTable, readCodeTable } from './translate-codes.ts';

export interface BoundaryImport {
  readonly boundarySetId: string;
  readonly fileName: string;
  readonly text: string;
  /** A kind of area (`stp`), or a type of organisation (`ccg`). */
  readonly kind: string;
  readonly mapping: PropertyMapping;
  /** Turns the codes of the file into those of the directory; null where they are the same. */
  readonly codes: CodeTable | null;
  /** The first day on which the boundaries hold. */
  readonly datedOn: string;
  /** The first day on which they hold no longer; null for as long as no later set is known. */
  readonly validTo: string | null;
  readonly source: Omit<BoundarySource, 'sourceId' | 'datedOn'>;
  /** Leaves out what the directory does not know instead of refusing the file. */
  readonly skipsUnknown: boolean;
  readonly isDryRun: boolean;
  readonly onBehalfOf: string;
  readonly at: Date;
}

export interface BoundaryReport {
  readonly form: BoundaryForm;
  readonly count: number;
  /** The day on which the set stops holding, because a later one is there; null when none is. */
  readonly validTo: string | null;
  readonly difference: BoundaryDifference;
  /** Of the set it was compared with; null when there was none. */
  readonly comparedWith: string | null;
  /** Left out because the directory does not know their codes. */
  readonly skipped: readonly string[];
  /** In the directory, but not in the file. */
  readonly withoutBoundary: readonly string[];
  /** Positions before and after simplification; null for hexagons. */
  readonly points: { readonly before: number; readonly after: number } | null;
}

export type BoundaryImportOutcome =
  | { readonly kind: 'faulty'; readonly faults: readonly BoundaryFault[] }
  /** These very boundaries hold from that day already. */
  | { readonly kind: 'current' }
  | { readonly kind: 'planned' | 'loaded'; readonly report: BoundaryReport };

/**
 * Brings a geometry file in, all or nothing. It holds from its day until the next set of its kind; a set that held before
 * ends there, one of the same day is replaced, and a later one stays as it is.
 */
export function importBoundaries(database: Database, wanted: BoundaryImport): Promise<BoundaryImportOutcome> {
  return database.transaction().execute(async (transaction) => {
    await lockBoundaries(transaction);
    const plan = await planImport(transaction, wanted);
    if (plan.kind !== 'planned') {
      return plan;
    }
    if (!wanted.isDryRun) {
      await applyPlan(transaction, wanted, plan);
    }
    return { kind: wanted.isDryRun ? 'planned' : 'loaded', report: plan.report };
  });
}

interface Plan {
  readonly kind: 'planned';
  readonly report: BoundaryReport;
  readonly set: NewBoundarySet;
  readonly holding: HoldingSet | null;
}

async function planImport(
  transaction: Connection,
  wanted: BoundaryImport,
): Promise<Plan | Exclude<BoundaryImportOutcome, { kind: 'planned' | 'loaded' }>> {
  const parsed = parseGeometry(wanted.text, wanted.mapping);
  const codes = wanted.codes === null ? null : readCodeTable(wanted.codes);
  if (parsed.kind === 'faulty') {
    return parsed;
  }
  if (codes?.kind === 'faulty') {
    return codes;
  }
  const form = parsed.kind;
  const digest = digestOf(wanted);
  const holding = await findHoldingSet(transaction, form, wanted.kind, wanted.datedOn);
  if (holding !== null && holding.digest === digest && holding.validFrom === wanted.datedOn) {
    return { kind: 'current' };
  }
  const next = await findNextStart(transaction, form, wanted.kind, wanted.datedOn);
  const validTo = earlier(next, wanted.validTo);
  const subjects = await listSubjects(transaction, wanted.kind, wanted.datedOn, validTo);
  const drawn: readonly (AreaShape | AreaCell)[] = parsed.kind === 'boundaries' ? parsed.shapes : parsed.cells;
  const matched = matchCodes(drawn, codes?.codes ?? null, subjects, wanted);
  if (matched.kind === 'faulty') {
    return matched;
  }
  const orientation = parsed.kind === 'hexagons' ? parsed.orientation : null;
  return draftSet({ wanted, form, digest, holding, validTo, orientation, subjects, ...matched });
}

interface Draft {
  readonly wanted: BoundaryImport;
  readonly form: BoundaryForm;
  readonly digest: string;
  readonly holding: HoldingSet | null;
  readonly validTo: string | null;
  readonly orientation: HexagonOrientation | null;
  readonly subjects: readonly BoundarySubject[];
  readonly areas: readonly { readonly area: AreaShape | AreaCell; readonly subject: BoundarySubject }[];
  readonly skipped: readonly string[];
}

function draftSet(draft: Draft): Plan {
  const { wanted, form, holding, validTo, subjects, skipped } = draft;
  const boundaries = draft.areas.map(({ area, subject }) => ({
    ...('geometry' in area ? shapeMark(area) : cellMark(area)),
    name: area.name === '' ? subject.name : area.name,
    row: area.feature,
    areaId: subject.areaId,
    organisationId: subject.organisationId,
    column: 'column' in area ? area.column : null,
    hexRow: 'row' in area ? area.row : null,
  }));
  const shapes = draft.areas.flatMap(({ area }) => ('geometry' in area ? [area] : []));
  const simplified = draft.orientation === null ? simplifyBoundaries(shapes) : null;
  const drawn = new Set(boundaries.map(({ code }) => code));
  return {
    kind: 'planned',
    holding,
    set: {
      boundarySetId: wanted.boundarySetId,
      form,
      kind: wanted.kind,
      datedOn: wanted.datedOn,
      validTo,
      sourceId: `map-${wanted.kind}-${draft.digest.slice(0, 12)}`,
      fileName: wanted.fileName,
      digest: draft.digest,
      loadedAt: wanted.at,
      drawing: simplified ?? { orientation: draft.orientation ?? 'pointed' },
      boundaries,
    },
    report: {
      form,
      count: boundaries.length,
      validTo,
      difference: compareBoundaries(holding?.marks ?? [], boundaries),
      comparedWith: holding?.fileName ?? null,
      skipped,
      withoutBoundary: subjects.map(({ code }) => code).filter((code) => !drawn.has(code)),
      points: simplified === null ? null : { before: simplified.originalPointCount, after: simplified.pointCount },
    },
  };
}

async function applyPlan(
  transaction: Connection,
  wanted: BoundaryImport,
  { set, holding, report }: Plan,
): Promise<void> {
  if (holding !== null) {
    await (holding.validFrom === wanted.datedOn
      ? deleteBoundarySet(transaction, holding.boundarySetId)
      : endBoundarySet(transaction, holding.boundarySetId, wanted.datedOn));
  }
  await insertBoundarySource(transaction, { sourceId: set.sourceId, datedOn: wanted.datedOn, ...wanted.source });
  await insertBoundarySet(transaction, set);
  const { added, changed, gone, sameCount } = report.difference;
  await appendAuditEvent(transaction, {
    chain: `boundaries:${wanted.kind}`,
    action: 'boundaries.load',
    personId: null,
    onBehalfOf: wanted.onBehalfOf,
    at: wanted.at,
    detail: {
      boundarySetId: set.boundarySetId,
      form: set.form,
      fileName: set.fileName,
      digest: set.digest,
      datedOn: set.datedOn,
      validTo: set.validTo,
      added: added.length,
      changed: changed.length,
      gone: gone.length,
      same: sameCount,
      skipped: report.skipped.length,
    },
  });
}

/** The file and all that decides how it is read. */
function digestOf({ text, mapping, codes, validTo, skipsUnknown }: BoundaryImport): string {
  return sha256(JSON.stringify([sha256(text), mapping, codes, validTo, skipsUnknown]));
}

function earlier(a: string | null, b: string | null): string | null {
  return a !== null && b !== null ? (a < b ? a : b) : (a ?? b);
}
