import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | boolean | null;

/** How items of a list become rows of a table. */
export interface CsvTable<Item> {
  readonly columns: readonly string[];
  /** One item may need several rows, each with a cell for every column. */
  readonly rowsOf: (item: Item) => readonly (readonly CsvCell[])[];
}

/**
 * A table as a file (RFC 4180): UTF-8, a header row, lines end in CR LF. A cell of text that a spreadsheet would take for
 * a formula gets an apostrophe before it, as OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function writeCsv<Item>(table: CsvTable<Item>, items: readonly Item[]): string {
  return stringify(rowsOf(table, items), { ...format, header: true, columns: [...table.columns] });
}

/** Further rows of a table whose header is written: `writeCsv` of no items. */
export function writeCsvRows<Item>(table: CsvTable<Item>, items: readonly Item[]): string {
  return stringify(rowsOf(table, items), format);
}

const format = {
  escape_formulas: true,
  record_delimiter: 'windows',
  quoted_match: /[\r\n]/,
  cast: { boolean: (value: boolean) => String(value) },
} as const;

function rowsOf<Item>(table: CsvTable<Item>, items: readonly Item[]): CsvCell[][] {
  return items.flatMap((item) => table.rowsOf(item).map((row) => [...row]));
}
