import type { SuccessionObservation } from '../../directory/index.ts';
import { dayOfIso } from './calendar-day.ts';
import { type FaultCollector, faultOn, quoted } from './import-faults.ts';
import type { CsvRecord } from './read-csv.ts';

const columns = ['old_code', 'new_code', 'date'] as const;
const code = /^[A-Z\d]{2,12}$/;

function reasonAgainstCode(value: string): string | null {
  if (code.test(value)) {
    return null;
  }
  return value === '' ? 'is empty; it must be a code' : `${quoted(value)} is not a code of capital letters and digits`;
}

function reasonAgainstDay(value: string): string | null {
  if (dayOfIso(value) !== null && value.length === 10) {
    return null;
  }
  return value === '' ? 'is empty; it must be a date' : `${quoted(value)} is not a day written as 2013-04-01`;
}

/** Reads the rows of a file with the header `old_code,new_code,date`. */
export class SuccessorsReading {
  readonly #faults: FaultCollector;
  readonly #lineOfRow = new Map<string, number>();
  #hasHeader = false;
  #short: CsvRecord | null = null;
  #itself: { readonly code: string; readonly line: number } | null = null;
  #itselfCount = 0;

  constructor(faults: FaultCollector) {
    this.#faults = faults;
  }

  /** What a record says; null for the header, for an organisation named as its own successor, and where it has a fault. */
  read(record: CsvRecord): SuccessionObservation | null {
    if (!this.#hasHeader) {
      return this.#readHeader(record);
    }
    this.#reportShort(false);
    if (record.fields.length !== columns.length) {
      this.#short = record;
      return null;
    }
    const [predecessorCode = '', successorCode = '', effectiveOn = ''] = record.fields.map((cell) => cell.trim());
    const reasons = [
      reasonAgainstCode(predecessorCode),
      reasonAgainstCode(successorCode),
      reasonAgainstDay(effectiveOn),
    ];
    for (const [index, reason] of reasons.entries()) {
      if (reason !== null) {
        this.#faults.add({ line: record.line, column: index + 1, columnName: columns[index] ?? null, reason });
      }
    }
    if (!this.#isNew(`${predecessorCode} ${successorCode} ${effectiveOn}`, record.line) || reasons.some(Boolean)) {
      return null;
    }
    if (predecessorCode === successorCode) {
      this.#itself ??= { code: predecessorCode, line: record.line };
      this.#itselfCount += 1;
      return null;
    }
    return { predecessorCode, successorCode, effectiveOn, row: record.line };
  }

  /** To be called behind the last record: what was read and left out, in words, or null. */
  end(): string | null {
    this.#reportShort(true);
    if (this.#itself === null) {
      return null;
    }
    const count = this.#itselfCount === 1 ? '1 row names' : `${this.#itselfCount} rows name`;
    const example = `${this.#itself.code} on line ${this.#itself.line}`;
    return `${count} an organisation as its own successor (first: ${example}): it went on, and no change of hands is recorded.`;
  }

  #readHeader(record: CsvRecord): null {
    this.#hasHeader = true;
    const header = record.fields.map((cell) => cell.trim().toLowerCase());
    if (header.join() !== columns.join()) {
      this.#faults.fail(
        faultOn(
          record.line,
          `wrong layout: a file of successors begins with the header ${columns.join(',')}. The layout without a header in ` +
            'which ODS publishes them has more columns, is not documented here, and cannot be read',
        ),
      );
    }
    return null;
  }

  #reportShort(isLast: boolean): void {
    if (this.#short !== null) {
      const { line, fields } = this.#short;
      const seemsCut = isLast && fields.length < columns.length;
      const end = seemsCut ? ', and is the last row: the file seems to be cut off' : '';
      this.#faults.add(faultOn(line, `has ${fields.length} columns where there must be ${columns.length}${end}`));
      this.#short = null;
    }
  }

  #isNew(key: string, line: number): boolean {
    const earlier = this.#lineOfRow.get(key);
    if (earlier === undefined) {
      this.#lineOfRow.set(key, line);
      return true;
    }
    this.#faults.add(faultOn(line, `says the same as line ${earlier}; a succession may stand in a file once`));
    return false;
  }
}
