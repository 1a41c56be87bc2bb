import type { z } from 'zod';
import { compareText } from '../../../platform/compare.ts';
import { checkReference } from '../checks/check-reference.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import type { ReferenceData } from './reference.ts';
import {
  faultAt,
  type Located,
  type LocatedReference,
  type ReferenceFault,
  type ReferenceFile,
} from './reference-fault.ts';
import * as tables from './reference-tables.ts';

export type ParsedReference =
  | { readonly kind: 'ok'; readonly reference: ReferenceData }
  | { readonly kind: 'faults'; readonly faults: readonly ReferenceFault[] };

/**
 * Reads the reference files into checked facts, or says what is wrong with them, each fault with its file and line,
 * in that order. All files must be there and no other, but for those of which only a programme has any; of several with one name the
 * rows are taken together. What rows say about each other is checked once every row is
 * sound by itself: with rows missing, each later complaint would be a guess.
 */
export function parseReference(files: readonly ReferenceFile[]): ParsedReference {
  const faults: ReferenceFault[] = [];
  const located = readTables(files, faults);
  if (faults.length === 0) {
    faults.push(...checkReference(located));
  }
  return faults.length > 0
    ? { kind: 'faults', faults: inOrder(faults) }
    : { kind: 'ok', reference: withoutPlaces(located) };
}

/** Who makes a plan together is a matter of a programme, which may have nobody yet. */
const ofProgrammes: ReadonlySet<string> = new Set([tables.membershipTable.file, tables.areaNoteTable.file]);

function nameOf({ path }: ReferenceFile): string {
  return path.split('/').at(-1) ?? path;
}

function readTables(files: readonly ReferenceFile[], faults: ReferenceFault[]): LocatedReference {
  const known = new Set<string>(Object.values(tables).flatMap((each) => ('file' in each ? each.file : [])));
  for (const { path } of files.filter((file) => !known.has(nameOf(file)))) {
    faults.push({ file: path, line: 1, message: 'is not one of the reference files' });
  }
  const rows = <T>(table: tables.ReferenceTable<T>) => readTable(files, table, faults);
  return {
    sources: rows(tables.sourceTable),
    areas: rows(tables.areaTable),
    areaLinks: rows(tables.areaLinkTable),
    organisations: rows(tables.organisationTable),
    organisationAreas: rows(tables.organisationAreaTable),
    memberships: rows(tables.membershipTable),
    measures: rows(tables.measureTable),
    hexagons: rows(tables.hexagonTable),
    successions: rows(tables.successionTable),
    areaNotes: rows(tables.areaNoteTable),
  };
}

function readTable<T>(
  files: readonly ReferenceFile[],
  table: tables.ReferenceTable<T>,
  faults: ReferenceFault[],
): Located<T>[] {
  const own = files.filter((file) => nameOf(file) === table.file);
  if (own.length === 0 && !ofProgrammes.has(table.file)) {
    faults.push({ file: table.file, line: 1, message: 'the file is missing' });
  }
  return own.flatMap((file) => parseRows(readCsv(file, table.columns, faults), table, faults));
}

/** What rows say, each with its place; what is wrong with the others is added to `faults`. */
export function parseRows<T>(
  rows: readonly Located<CsvRow>[],
  table: tables.ReferenceTable<T>,
  faults: ReferenceFault[],
): Located<T>[] {
  return rows.flatMap((row) => {
    const parsed = table.row.safeParse(row.value);
    if (parsed.success) {
      return [{ ...row, value: parsed.data }];
    }
    faults.push(...parsed.error.issues.map((issue) => faultAt(row, wording(issue, row.value))));
    return [];
  });
}

/** A column that may be empty is a union; what matters to the reader is what a value in it would have to be. */
function wording(issue: z.core.$ZodIssue, row: Readonly<Record<string, string>>): string {
  const column = String(issue.path[0]);
  const rule = issue.code === 'invalid_union' ? (issue.errors.at(-1)?.[0]?.message ?? issue.message) : issue.message;
  const written = row[column];
  return `${column}: ${rule}${written ? `, not "${written}"` : ''}`;
}

function withoutPlaces(located: LocatedReference): ReferenceData {
  const values = <T>(rows: readonly Located<T>[]) => rows.map(({ value }) => value);
  return {
    sources: values(located.sources),
    areas: values(located.areas),
    areaLinks: values(located.areaLinks),
    organisations: values(located.organisations),
    organisationAreas: values(located.organisationAreas),
    memberships: values(located.memberships),
    measures: values(located.measures),
    hexagons: values(located.hexagons),
    successions: values(located.successions),
    areaNotes: values(located.areaNotes),
  };
}

function inOrder(faults: readonly ReferenceFault[]): ReferenceFault[] {
  return faults.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line);
}
