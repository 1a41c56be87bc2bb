import { countOf } from '../../../views/format.ts';
import type { SuccessionObservation } from '../../register/index.ts';
import { type FaultCollector, faultOn, quoted } from './import-faults.ts';
import type { CsvRecord } from './read-csv.ts';
import { ReadingNotes } from './reading-notes.ts';
import { leftOutInWords, NamedTable } from './spreadsheets/named-table.ts';
import { spoiltDay, writtenDay } from './spreadsheets/plain-day.ts';
import { spoiltCode } from './spreadsheets/spoilt-code.ts';

/** Old code, new code and day, as they are called in files of successors and in the downloads of this service. */
const headers = [
  ['old_code', 'new_code', 'date'],
  ['subject', 'predecessor_code', 'successor_code', 'effective_on'],
  ['predecessor_code', 'successor_code', 'effective_on'],
] as const;
const code = /^[A-Z\d]{2,12}$/;

function reasonAgainstCode(value: string): string | null {
  if (code.test(value)) {
    return null;
  }
  const spoilt = spoiltCode(value);
  const reason = `${quoted(value)} is not a code of capital letters and digits`;
  return value === '' ? 'is empty; it must be a code' : spoilt === null ? reason : `${reason}: ${spoilt}`;
}

function reasonAgainstDay(value: string, day: string | null): string | null {
  if (day !== null) {
    return null;
  }
  const spoilt = spoiltDay(value);
  const reason = `${quoted(value)} is not a day written as 2013-04-01`;
  return value === '' ? 'is empty; it must be a date' : spoilt === null ? reason : `${reason}: ${spoilt}`;
}

/** Reads the rows of a file with the header `old_code,new_code,date`, or with that of our own download of successions. */
export class SuccessorsReading {
  readonly #faults: FaultCollector;
  readonly #notes = new ReadingNotes();
  readonly #lineOfRow = new Map<string, number>();
  #table: NamedTable | null = null;
  #short: { readonly line: number; readonly found: number; readonly wanted: number } | null = null;
  #itself: { readonly code: string; readonly line: number } | null = null;
  #itselfCount = 0;

  constructor(faults: FaultCollector) {
    this.#faults = faults;
  }

  /**
   * What a record says; null for the header, for an organisation named as its own successor, for what is no succession of
   * organisations, and where it has a fault.
   */
  read({ line, fields }: CsvRecord): SuccessionObservation | null {
    if (this.#table === null) {
      this.#table = this.#readHeader(line, fields);
      return null;
    }
    const row = this.#table.row(fields);
    if (row.kind === 'blank') {
      return null;
    }
    this.#reportShort(false);
    if (row.kind === 'wrong-length') {
      this.#short = { line, ...row };
      return null;
    }
    return this.#readRow(line, row.cells);
  }

  #readRow(line: number, cells: Readonly<Record<string, string>>): SuccessionObservation | null {
    const [old = '', next = '', date = ''] = this.#columns();
    const [predecessorCode = '', successorCode = '', written = ''] = [cells[old], cells[next], cells[date]];
    if ((cells.subject ?? 'organisation') !== 'organisation' || (successorCode === '' && 'subject' in cells)) {
      const what = successorCode === '' ? 'A closure without a successor' : 'A succession of areas';
      this.#notes.add(
        `${what} was left out: this layout says which organisation took over from which`,
        this.#faults.placeOf(line),
      );
      return null;
    }
    const { day, isDayFirst } = writtenDay(written);
    const reasons = [
      reasonAgainstCode(predecessorCode),
      reasonAgainstCode(successorCode),
      reasonAgainstDay(written, day),
    ];
    for (const [index, reason] of reasons.entries()) {
      if (reason !== null) {
        this.#faults.add({ line, column: index + 1, columnName: this.#columns()[index] ?? null, reason });
      }
    }
    if (!this.#isNew(`${predecessorCode} ${successorCode} ${day}`, line) || reasons.some(Boolean) || day === null) {
      return null;
    }
    this.#noteDoubts(line, [predecessorCode, successorCode], isDayFirst ? written : null);
    if (predecessorCode === successorCode) {
      this.#itself ??= { code: predecessorCode, line };
      this.#itselfCount += 1;
      return null;
    }
    return { predecessorCode, successorCode, effectiveOn: day, row: line };
  }

  #columns(): readonly string[] {
    return (this.#table?.columns ?? []).filter((column) => column !== 'subject');
  }

  #noteDoubts(line: number, codes: readonly string[], dayFirst: string | null): void {
    if (dayFirst !== null) {
      this.#notes.add('A day was read as day, month and year', `${this.#faults.placeOf(line)}: ${dayFirst}`);
    }
    for (const short of codes.filter((each) => /^[1-9]\d$/.test(each))) {
      this.#notes.add(
        'A code of two digits may have lost its leading zeros to a spreadsheet',
        `${this.#faults.placeOf(line)}: ${short}`,
      );
    }
  }

  /** To be called behind the last record: what was read and left out, in sentences. */
  end(): readonly string[] {
    this.#reportShort(true);
    return [...leftOutInWords(this.#table?.others ?? []), ...this.#ownSuccessors(), ...this.#notes.inWords()];
  }

  #ownSuccessors(): readonly string[] {
    if (this.#itself === null) {
      return [];
    }
    const count = countOf(this.#itselfCount, 'row names', 'rows name');
    const example = `${this.#itself.code} on ${this.#faults.placeOf(this.#itself.line)}`;
    return [
      `${count} an organisation as its own successor (first: ${example}): it went on, and no change of hands is recorded.`,
    ];
  }

  #readHeader(line: number, fields: readonly string[]): NamedTable {
    const table = NamedTable.find(headers, fields);
    if (table === null) {
      return this.#faults.fail(
        faultOn(
          line,
          `wrong layout: a file of successors begins with the header ${headers[0].join(',')}. The layout without a header in ` +
            'which ODS publishes them has more columns, is not documented here, and cannot be read',
        ),
      );
    }
    return table;
  }

  #reportShort(isLast: boolean): void {
    if (this.#short !== null) {
      const { line, found, wanted } = this.#short;
      const seemsCut = isLast && found < wanted;
      const end = seemsCut ? ', and is the last row: the file seems to be cut off' : '';
      this.#faults.add(faultOn(line, `has ${found} columns where there must be ${wanted}${end}`));
      this.#short = null;
    }
  }

  #isNew(key: string, line: number): boolean {
    const earlier = this.#lineOfRow.get(key);
    if (earlier === undefined) {
      this.#lineOfRow.set(key, line);
      return true;
    }
    this.#faults.add(
      faultOn(line, `says the same as ${this.#faults.placeOf(earlier)}; a succession may stand in a file once`),
    );
    return false;
  }
}
