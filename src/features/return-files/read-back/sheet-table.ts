import { columnName } from '../../../platform/files/workbook/cell-text.ts';
import type { CellRead, RowRead } from '../../../platform/files/workbook/read/read-sheet.ts';
import type { SheetRead } from '../../../platform/files/workbook/read/read-workbook.ts';
import { columnHeads, hiddenColumns, type SheetColumn } from '../workbook/sheet-layout.ts';

/** Where a cell stands, as somebody finds it: the name of the sheet, and `C7`. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

export interface TableCell extends CellPlace {
  readonly kind: CellRead['kind'] | 'empty';
  /** Without spaces around it. */
  readonly text: string;
}

/** A row with an id in it. */
export interface TableRow {
  readonly id: string;
  /** Id of the care setting. */
  readonly setting: string;
  readonly at: (column: SheetColumn) => TableCell;
}

export type TableRows =
  | { readonly kind: 'found'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** What to do about a file that does not have what ours have. */
export const TAKE_ANOTHER = 'Take a new workbook from this page and copy the answers into it';

/** Texts alike but for capitals, and for spaces around and between words. */
export function alike(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * The rows of every sheet that has the heads of our columns, in whatever order sheets, columns and rows have come to stand, with whatever
 * else beside them. `needed`: the columns that each of these sheets must have, since without one all its cells would look emptied.
 */
export function tableRows(sheets: readonly SheetRead[], needed: readonly SheetColumn[]): TableRows {
  const rows: TableRow[] = [];
  for (const { name, rows: all } of sheets) {
    const head = all.findIndex(isHead);
    const heads = all[head];
    if (heads === undefined) {
      continue;
    }
    const columns = new Map(needed.map((column) => [column, columnsOf(heads, column)]));
    for (const [column, found] of columns) {
      if (found.length !== 1) {
        return { kind: 'refused', reason: columnProblem(name, column, found) };
      }
    }
    const places = new Map([...columns].flatMap(([column, [at]]) => (at === undefined ? [] : [[column, at] as const])));
    rows.push(...all.slice(head + 1).flatMap((row) => tableRow(name, row, places)));
  }
  return { kind: 'found', rows };
}

function isHead(row: RowRead): boolean {
  return columnsOf(row, 'id').length > 0 && columnsOf(row, 'answer').length > 0;
}

function columnsOf({ cells }: RowRead, column: SheetColumn): number[] {
  return cells.filter(({ text }) => alike(text) === alike(columnHeads[column])).map((cell) => cell.column);
}

function columnProblem(sheet: string, column: SheetColumn, found: readonly number[]): string {
  const head = columnHeads[column];
  return found.length === 0
    ? `The sheet “${sheet}” has no column “${head}”${hiddenColumns.includes(column) ? ', which is hidden and tells what the file was made from' : ''}. ${TAKE_ANOTHER}`
    : `The sheet “${sheet}” has the column “${head}” twice. Take one of them out, and choose the file again`;
}

function tableRow(sheet: string, row: RowRead, places: ReadonlyMap<SheetColumn, number>): TableRow[] {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  const at = (column: SheetColumn): TableCell => {
    const place = places.get(column) ?? 0;
    const cell = cells.get(place);
    return {
      sheet,
      cell: `${columnName(place)}${row.row}`,
      kind: cell?.kind ?? 'empty',
      text: cell?.text.trim() ?? '',
    };
  };
  const id = at('id').text;
  return id === '' ? [] : [{ id, setting: at('setting').text, at }];
}
