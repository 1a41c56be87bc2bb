import { countOf } from '../../../views/format.ts';
import { type FaultCollector, faultOn } from './import-faults.ts';
import { odsColumnNames } from './ods-cells.ts';
import type { OdsLayout } from './ods-layouts.ts';
import type { CsvRecord } from './read-csv.ts';
import { cleanCell } from './spreadsheets/clean-cell.ts';
import { countsColumns, isRowNumber, isRowNumberName, isSpoiltHeader } from './spreadsheets/header-row.ts';

const columnCount = odsColumnNames.length;

/** The columns behind these are empty in official files, and programs leave empty columns at the end of a table out. */
const LAST_FILLED = 22;

/** A row of 27 clean cells. */
export interface OdsRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a file of 27 columns as they were published, whatever program has had the file since: without a row that names or
 * counts the columns, a column that counts the rows, and empty rows and columns at the end.
 */
export class OdsTable {
  readonly #layout: OdsLayout;
  readonly #faults: FaultCollector;
  /** The shortest row that lacks nothing which must be there. */
  readonly #fewest: number;
  readonly #lengths = new Set<number>();
  #isFirst = true;
  #hasHeader = false;
  #hasRowNumbers = false;
  #short: OdsRecord | null = null;

  constructor(layout: OdsLayout, faults: FaultCollector) {
    this.#layout = layout;
    this.#faults = faults;
    const lastNeeded = layout.checks.findLastIndex((check) => check('') !== null) + 1;
    this.#fewest = Math.max(lastNeeded, LAST_FILLED);
  }

  /** Whether a row that names or counts the columns was passed over. */
  get hadHeader(): boolean {
    return this.#hasHeader;
  }

  /** The rows known to be whole with this one: a short row waits for what comes behind it, as the last one may be cut off. */
  read({ line, fields }: CsvRecord): OdsRecord[] {
    const cells = fields.map(cleanCell);
    if (cells.every((cell) => cell === '')) {
      return [];
    }
    const earlier = this.#endShort('');
    if (this.#isFirst && !this.#hasHeader && this.#isHeader(cells, line)) {
      this.#hasHeader = true;
      return earlier;
    }
    const own = this.#withoutRowNumber(cells, line);
    return own === null ? earlier : [...earlier, ...this.#fitted({ line, cells: own })];
  }

  /** To be called behind the last record. */
  end(): OdsRecord[] {
    const isAsOthers =
      this.#short !== null && (this.#lengths.size === 0 || this.#lengths.has(this.#short.cells.length));
    return this.#endShort(isAsOthers ? '' : ', and is the last row: the file seems to be cut off');
  }

  #isHeader(cells: readonly string[], line: number): boolean {
    const names = isRowNumberName(cells[0] ?? '') ? cells.slice(1) : cells;
    if (isSpoiltHeader(cells) && !countsColumns(names)) {
      const advice = 'open the file again, and say that it has no header row';
      this.#faults.fail(
        faultOn(line, `a program took the first row for the names of the columns and changed it: ${advice}`),
      );
    }
    return countsColumns(names) || isNaming(names);
  }

  #withoutRowNumber(cells: readonly string[], line: number): readonly string[] | null {
    const [first = '', second = ''] = cells;
    if (this.#isFirst) {
      this.#hasRowNumbers = isRowNumber(first) && this.#layout.checks[0]?.(second) === null;
    }
    if (!this.#hasRowNumbers) {
      return cells;
    }
    if (isRowNumber(first)) {
      return cells.slice(1);
    }
    this.#faults.add(faultOn(line, 'does not begin with its number, as the first row does'));
    return null;
  }

  #fitted(record: OdsRecord): OdsRecord[] {
    const { line, cells } = record;
    const isTooLong = cells.slice(columnCount).some((cell) => cell !== '');
    if (this.#isFirst && (isTooLong || cells.length < this.#fewest)) {
      this.#faults.fail(
        faultOn(line, `wrong layout: has ${countOf(cells.length, 'column')} where ODS files have ${columnCount}`),
      );
    }
    this.#isFirst = false;
    if (isTooLong) {
      this.#refuseLength(record, '');
      return [];
    }
    if (cells.length < columnCount) {
      this.#short = record;
      return [];
    }
    this.#lengths.add(columnCount);
    return [{ line, cells: cells.slice(0, columnCount) }];
  }

  /** `cutOff` says that it is the last row and shorter than any other. */
  #endShort(cutOff: string): OdsRecord[] {
    const short = this.#short;
    this.#short = null;
    if (short === null) {
      return [];
    }
    this.#lengths.add(short.cells.length);
    if (short.cells.length >= this.#fewest && cutOff === '') {
      return [{ ...short, cells: [...short.cells, ...Array<string>(columnCount - short.cells.length).fill('')] }];
    }
    this.#refuseLength(short, cutOff);
    return [];
  }

  #refuseLength({ line, cells }: OdsRecord, end: string): void {
    this.#faults.add(faultOn(line, `has ${countOf(cells.length, 'column')} where there must be ${columnCount}${end}`));
  }
}

/** A person's names for the columns, in the order of the layout: told by some that nobody calls otherwise. */
function isNaming(cells: readonly string[]): boolean {
  const [code = '', name = '', , , , , , , , postcode = '', open = ''] = cells;
  return /code/i.test(code) && /name/i.test(name) && /post ?code/i.test(postcode) && /open/i.test(open);
}
