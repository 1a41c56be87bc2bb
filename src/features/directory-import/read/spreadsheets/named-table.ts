import { cleanCell } from './clean-cell.ts';
import { isRowNumber, isRowNumberName } from './header-row.ts';

/** The cells of a row by the names of the columns wanted, or why there are none. */
export type NamedRow =
  | { readonly kind: 'row'; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: 'blank' }
  | { readonly kind: 'wrong-length'; readonly found: number; readonly wanted: number };

/** A header in which all columns of one of the tables stand, and how the rows below it are read. */
export class NamedTable {
  /** Which of the tables it is. */
  readonly columns: readonly string[];
  /** Named columns that the table has not. */
  readonly others: readonly string[];
  readonly #header: readonly string[];
  #hasRowNumbers: boolean | null = null;

  private constructor(columns: readonly string[], header: readonly string[]) {
    this.columns = columns;
    this.#header = header;
    this.others = header.filter((name) => !columns.includes(name) && !isRowNumberName(name));
  }

  /**
   * The table whose columns all stand in the row, in any order, each once; null where there is none. Capitals, blanks around and
   * what stands between words do not matter.
   */
  static find(tables: readonly (readonly string[])[], fields: readonly string[]): NamedTable | null {
    const header = fields.map(columnName);
    const found = tables.find((columns) =>
      columns.every((column) => header.filter((name) => name === column).length === 1),
    );
    return found === undefined ? null : new NamedTable(found, header);
  }

  /** The cells of one row. One cell more than columns in every row is the number that a package puts before it, without a name. */
  row(fields: readonly string[]): NamedRow {
    const cells = fields.map(cleanCell);
    if (cells.every((cell) => cell === '')) {
      return { kind: 'blank' };
    }
    const wanted = this.#header.length;
    this.#hasRowNumbers ??= cells.length === wanted + 1 && isRowNumber(cells[0] ?? '') && cells.at(-1) !== '';
    const own = this.#hasRowNumbers ? cells.slice(1) : cells;
    if (own.length < wanted || own.slice(wanted).some((cell) => cell !== '')) {
      return { kind: 'wrong-length', found: own.length, wanted };
    }
    const named = this.columns.map((column) => [column, own[this.#header.indexOf(column)] ?? ''] as const);
    return { kind: 'row', cells: Object.fromEntries(named) };
  }

  /** Where a column stands in the rows that were read, from 1. */
  position(column: string): number {
    return this.#header.indexOf(column) + (this.#hasRowNumbers === true ? 2 : 1);
  }
}

/** That columns were left out, each by its name, however many there are. */
export function leftOutInWords(others: readonly string[]): string[] {
  return others.length === 0 ? [] : [`Columns that are not of this layout were left out: ${others.join(', ')}.`];
}

/** A cell of a header as columns are compared: small letters, words joined by underscores. */
export function columnName(field: string): string {
  return cleanCell(field)
    .toLowerCase()
    .replaceAll(/[ .-]+/g, '_');
}
