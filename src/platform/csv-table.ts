import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | boolean | null;

/** How items of a list become rows of a table. */
export interface CsvTable<Item> {
  readonly columns: readonly string[];
  /** One item may need several rows, each with a cell for every column. */
  readonly rowsOf: (item: Item) => readonly (readonly CsvCell[])[];
}

/** A column by its name, with what an item has in it. */
export type CsvColumn<Item> = readonly [name: string, cellOf: (item: Item) => CsvCell];

/** The table that has these columns, and a row for each item. */
export function tableOf<Item>(columns: readonly CsvColumn<Item>[]): CsvTable<Item> {
  return {
    columns: columns.map(([name]) => name),
    rowsOf: (item) => [columns.map(([, cellOf]) => cellOf(item))],
  };
}

/**
 * Excel takes a file without this mark for one in the code page of the computer and spoils every letter beyond ASCII. Every file
 * begins with it, whoever it is for: which programs open a file nobody knows beforehand, and those that read UTF-8 skip it.
 */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as a file (RFC 4180): UTF-8 with its mark, a header row, lines end in CR LF. A cell of text that a spreadsheet would take for
 * a formula gets an apostrophe before it, as OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function writeCsv<Item>(table: CsvTable<Item>, items: readonly Item[]): string {
  const text = stringify(rowsOf(table, items), { ...format, header: true, columns: [...table.columns] });
  return `${BYTE_ORDER_MARK}${text}`;
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
