import { parseDay } from '../../platform/days.ts';
import {
  faultOn,
  type ImportFault,
  type NamedCells,
  NamedTable,
  namedCells,
  quoted,
  ReadingNotes,
  spoiltCode,
  tableRecords,
} from '../directory-import/index.ts';
import type { ReferenceFault } from '../reference-facts/index.ts';
import type { Figure } from './figure.ts';

export type FiguresParsed =
  | { readonly kind: 'figures'; readonly figures: readonly Figure[]; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly faults: readonly ImportFault[] };

const columns = ['organisation_code', 'from', 'to', 'value', 'numerator', 'denominator', 'note'] as const;

const LONGEST_VALUE = 60;
const LONGEST_NOTE = 500;

/**
 * Reads a file of figures in the layout of docs/import.md, or names everything that is wrong with it. What identifies a figure, and the
 * figure itself, has to be sound; what is odd in the columns beside it is left out and told.
 */
export function parseFigures(given: { readonly fileName: string; readonly text: string }): FiguresParsed {
  const unreadable: ReferenceFault[] = [];
  const [header, ...below] = tableRecords(given, unreadable);
  const place = { file: given.fileName, line: header?.line ?? 1 };
  const table = NamedTable.find([columns], header?.fields ?? []);
  if (table === null) {
    unreadable.push({ ...place, message: `the header must be ${columns.join(',')}` });
    return { kind: 'refused', faults: unreadable.map(ofLine) };
  }
  const cells = below.flatMap(({ line, fields }) => namedCells(table, { ...place, line, value: fields }, unreadable));
  const faults = unreadable.map(ofLine);
  const notes = new ReadingNotes();
  const figures = cells.flatMap((row) => figureOf(row, { table, faults, notes }));
  faults.push(...repeatedIn(cells));
  if (cells.length === 0 && faults.length === 0) {
    faults.push(faultOn(place.line, 'there is no figure in it'));
  }
  return faults.length > 0
    ? { kind: 'refused', faults: faults.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) }
    : { kind: 'figures', figures, notes: notes.inWords() };
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

function figureOf(row: NamedCells, reading: Reading): Figure[] {
  const { organisation_code: code = '', from = '', to = '', value = '', note = '' } = row.value;
  const before = reading.faults.length;
  const fault = (column: (typeof columns)[number], problem: string) => {
    const text = row.value[column] ?? '';
    const reason = `${problem}${text === '' ? '' : `, not ${quoted(text)}`}`;
    reading.faults.push({ line: row.line, column: reading.table.position(column), columnName: column, reason });
  };
  // Councils have codes of three digits alone.
  if (!/^(?=.*[A-Z])[A-Z0-9]{3,6}$|^\d{3}$/.test(code)) {
    fault('organisation_code', spoiltCode(code) ?? 'must be an ODS code');
  }
  for (const column of ['from', 'to'] as const) {
    if (parseDay(row.value[column] ?? '') === null) {
      fault(column, 'must be a day such as 2026-03-31');
    }
  }
  if (parseDay(from) !== null && parseDay(to) !== null && to < from) {
    fault('to', `must not be before ${from}`);
  }
  if (value.length > LONGEST_VALUE) {
    fault('value', `must have at most ${LONGEST_VALUE} characters`);
  }
  if (reading.faults.length > before) {
    return [];
  }
  const beside = (column: 'numerator' | 'denominator') => numberBeside(row, column, reading.notes);
  return [
    {
      ...{ code, from, to },
      value: value === '' ? null : value,
      numerator: beside('numerator'),
      denominator: beside('denominator'),
      note: noteBeside(note, row.line, reading.notes),
    },
  ];
}

function numberBeside({ value, line }: NamedCells, column: 'numerator' | 'denominator', notes: ReadingNotes) {
  const text = value[column] ?? '';
  if (text === '' || /^\d{1,12}(?:\.\d{1,9})?$/.test(text)) {
    return text === '' ? null : text;
  }
  notes.add(`What is no number was left out of “${column}”`, `line ${line}, ${quoted(text)}`);
  return null;
}

function noteBeside(note: string, line: number, notes: ReadingNotes): string {
  if (note.length <= LONGEST_NOTE) {
    return note;
  }
  notes.add(`A note of more than ${LONGEST_NOTE} characters was left out`, `line ${line}`);
  return '';
}

/** Every row about the same organisation and period as one above it. */
function repeatedIn(rows: readonly NamedCells[]): ImportFault[] {
  const lines = new Map<string, number>();
  return rows.flatMap(({ line, value }) => {
    const key = JSON.stringify([value.organisation_code, value.from, value.to]);
    const first = lines.get(key);
    lines.set(key, first ?? line);
    return first === undefined
      ? []
      : [faultOn(line, `is a second figure for the organisation and period of line ${first}`)];
  });
}
