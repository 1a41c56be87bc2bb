import {
  cleanCell,
  columnName,
  faultOn,
  type ImportFault,
  isRowNumberName,
  type NamedCells,
  NamedTable,
  namedCells,
  quoted,
  ReadingNotes,
  spoiltCode,
  tableRecords,
} from '../directory-import/index.ts';
import type { Located, ReferenceFault } from '../reference-facts/index.ts';
import { type PublishedResult, type ReleaseRows, rowKey } from './official-results.ts';

export type ResultsParsed =
  | ({
      readonly kind: 'results';
      /** Of each row, the line that it begins on. */
      readonly lines: readonly number[];
      readonly notes: readonly string[];
    } & ReleaseRows)
  | { readonly kind: 'refused'; readonly faults: readonly ImportFault[] };

/** The columns that say whose result a row is; every other one but `note` is a measure. */
const keyColumns = ['organisation_code', 'organisation_name', 'care_setting', 'year'] as const;
const NOTE = 'note';
const LONGEST_NAME = 200;
const LONGEST_NOTE = 500;

interface Measure {
  readonly column: string;
  /** As the header has it. */
  readonly label: string;
}

/**
 * Reads a file of published results in the layout of docs/import.md, or names everything that is wrong with it. Scores are
 * taken digit for digit. What identifies a result, and every figure, has to be sound; a mark in the place of a figure, a
 * column without figures and a note that is too long are left out and told.
 */
export function parseResults(given: { readonly fileName: string; readonly text: string }): ResultsParsed {
  const unreadable: ReferenceFault[] = [];
  const notes = new ReadingNotes();
  const [header, ...below] = tableRecords(given, unreadable);
  const place = { file: given.fileName, line: header?.line ?? 1 };
  const { table, columns } = unreadable.length === 0 ? tableUnder(header?.fields ?? [], place, unreadable) : nothing;
  if (table === null) {
    return { kind: 'refused', faults: unreadable.map(ofLine) };
  }
  const cells = below.flatMap(({ line, fields }) => namedCells(table, { ...place, line, value: fields }, unreadable));
  const faults = unreadable.map(ofLine);
  const reading: Reading = { table, faults, notes };
  const measures = columns.filter((measure) => holdsFigures(measure, cells, notes));
  if (measures.length === 0) {
    faults.push(faultOn(place.line, 'no column has figures: each measure has a column of its own'));
  }
  const rows = cells.flatMap((row) => resultOf(row, measures, reading));
  faults.push(...repeatedIn(rows));
  return faults.length > 0
    ? { kind: 'refused', faults: faults.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) }
    : {
        kind: 'results',
        measures: measures.map(({ label }) => label),
        rows: rows.map(({ value }) => value),
        lines: rows.map(({ line }) => line),
        notes: notes.inWords(),
      };
}

/** What the rows are read with, and where it is kept what is wrong or odd. */
interface Reading {
  readonly table: NamedTable;
  readonly faults: ImportFault[];
  readonly notes: ReadingNotes;
}

function ofLine({ line, message }: ReferenceFault): ImportFault {
  return faultOn(line, message);
}

interface Header {
  readonly table: NamedTable | null;
  readonly columns: readonly Measure[];
}

const nothing: Header = { table: null, columns: [] };

function tableUnder(
  fields: readonly string[],
  place: Pick<ReferenceFault, 'file' | 'line'>,
  faults: ReferenceFault[],
): Header {
  const named: ReadonlySet<string> = new Set([...keyColumns, NOTE]);
  const columns = fields
    .map((field) => ({ column: columnName(field), label: cleanCell(field) }))
    .filter(({ column }) => !named.has(column) && !isRowNumberName(column));
  const wanted = [...keyColumns, ...columns.map(({ column }) => column)];
  const hasNote = fields.some((field) => columnName(field) === NOTE);
  const table = NamedTable.find([hasNote ? [...wanted, NOTE] : wanted], fields);
  if (table === null) {
    const message = `the header must have ${keyColumns.join(', ')}, a column for each measure and, if any, note, each once`;
    faults.push({ ...place, message });
  }
  return { table, columns };
}

const figure = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,15})?$/;

/** A column of words, such as a region, is no measure. */
function holdsFigures({ column, label }: Measure, rows: readonly NamedCells[], notes: ReadingNotes): boolean {
  const isMeasure = rows.some(({ value }) => figure.test(value[column] ?? ''));
  if (!isMeasure) {
    notes.add('A column without figures was left out', label);
  }
  return isMeasure;
}

function resultOf(row: NamedCells, measures: readonly Measure[], reading: Reading): Located<PublishedResult>[] {
  const { table, faults, notes } = reading;
  const before = faults.length;
  const fault = (column: string, problem: string) => {
    const reason = `${problem}${row.value[column] ? `, not ${quoted(row.value[column])}` : ''}`;
    faults.push({ line: row.line, column: table.position(column), columnName: column, reason });
  };
  const { organisation_code: code = '', organisation_name: name = '', care_setting: careSetting = '' } = row.value;
  const codeProblem = problemOfCode(code);
  if (codeProblem !== null) {
    fault('organisation_code', codeProblem);
  }
  for (const column of ['organisation_name', 'care_setting'] as const) {
    const length = row.value[column]?.length ?? 0;
    if (length === 0 || length > LONGEST_NAME) {
      fault(column, length === 0 ? 'must not be empty' : `must have at most ${LONGEST_NAME} characters`);
    }
  }
  const year = /^(\d{4})(?:\.0+)?$/.exec(row.value.year ?? '')?.[1];
  if (year === undefined) {
    fault('year', 'must be a year of four digits');
  }
  const scores = measures.map((measure) => scoreIn(row, measure, reading));
  const note = noteIn(row, notes);
  const value = { code: code === '' ? null : code, name, careSetting, year: Number(year), scores, note };
  return faults.length > before ? [] : [{ ...row, value }];
}

function problemOfCode(code: string): string | null {
  if (code === '' || /^(?=.*[A-Z])[A-Z0-9]{3,6}$/.test(code)) {
    return null;
  }
  return spoiltCode(code) ?? 'must be an ODS code, or empty where the publication has none';
}

function scoreIn(row: NamedCells, { column, label }: Measure, { table, faults, notes }: Reading): string | null {
  const text = row.value[column] ?? '';
  if (text === '' || figure.test(text)) {
    return text === '' ? null : text;
  }
  if (/\d/.test(text)) {
    const hint = /^\d+,\d+$/.test(text) ? '; a spreadsheet seems to have put a comma in the place of the point' : '';
    const reason = `must be a figure such as 2.8, not ${quoted(text)}${hint}`;
    faults.push({ line: row.line, column: table.position(column), columnName: label, reason });
  } else {
    notes.add('A mark in the place of a figure was left out', `line ${row.line}, ${label}, ${quoted(text)}`);
  }
  return null;
}

function noteIn({ value, line }: NamedCells, notes: ReadingNotes): string {
  const note = value[NOTE] ?? '';
  if (note.length <= LONGEST_NOTE) {
    return note;
  }
  notes.add(`A note of more than ${LONGEST_NOTE} characters was left out`, `line ${line}`);
  return '';
}

/** Every row that says something of the same organisation, care setting and year as one above it. */
function repeatedIn(rows: readonly Located<PublishedResult>[]): ImportFault[] {
  const lines = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = rowKey(row.value);
    const first = lines.get(key);
    lines.set(key, first ?? row.line);
    return first === undefined
      ? []
      : [faultOn(row.line, `is a second row for the organisation, care setting and year of line ${first}`)];
  });
}
