import { formatNumber } from '../../../views/format.ts';
import type { FileCell, FileTable } from '../content/file-table.ts';

/** What two documents say differently in one of their tables. */
export interface TableDifference {
  readonly name: string;
  readonly title: string;
  readonly added: readonly SaidRow[];
  readonly removed: readonly SaidRow[];
  readonly changed: readonly ChangedRow[];
}

export interface SaidRow {
  readonly called: string;
  readonly cells: readonly { readonly heading: string; readonly text: string }[];
}

export interface ChangedRow {
  readonly called: string;
  readonly cells: readonly { readonly heading: string; readonly before: string; readonly after: string }[];
}

/** A row by its key, with what a reader is told of it by heading. */
interface Keyed {
  readonly key: string;
  readonly called: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** Row by row, and in rows that are in both, cell by cell. A table that a document does not have is one without rows. */
export function tableDifference(before: FileTable | null, after: FileTable | null): TableDifference | null {
  const table = after ?? before;
  if (table === null) {
    return null;
  }
  const { name, title } = table;
  const names = new Map([before, after].flatMap((one) => (one === null ? [] : namesOf(one))));
  const earlier = before === null ? [] : keyedRows(before, names);
  const later = after === null ? [] : keyedRows(after, names);
  const earlierByKey = new Map(earlier.map((row) => [row.key, row]));
  const laterKeys = new Set(later.map(({ key }) => key));
  return {
    name,
    title,
    added: later.filter(({ key }) => !earlierByKey.has(key)).map(said),
    removed: earlier.filter(({ key }) => !laterKeys.has(key)).map(said),
    changed: later.flatMap((row) => changedRow(earlierByKey.get(row.key), row)),
  };
}

function changedRow(before: Keyed | undefined, after: Keyed): ChangedRow[] {
  if (before === undefined) {
    return [];
  }
  const headings = [...new Set([...before.cells.keys(), ...after.cells.keys()])];
  const cells = headings
    .map((heading) => ({
      heading,
      before: before.cells.get(heading) ?? '',
      after: after.cells.get(heading) ?? '',
    }))
    .filter((cell) => cell.before !== cell.after);
  return cells.length === 0 ? [] : [{ called: after.called, cells }];
}

function said({ called, cells }: Keyed): SaidRow {
  return {
    called,
    cells: [...cells]
      .filter(([, text]) => text !== '' && text !== called)
      .map(([heading, text]) => ({ heading, text })),
  };
}

/** What rows are called, by their keys: for cells that refer to others. */
function namesOf(table: FileTable): [string, string][] {
  return table.rows.map((row) => [
    cellsAt(table, row, table.key).join('\n'),
    cellsAt(table, row, table.called).join(', '),
  ]);
}

function keyedRows(table: FileTable, names: ReadonlyMap<string, string>): Keyed[] {
  const { columns, key, called, aside = [], refers = [] } = table;
  const seen = new Map<string, number>();
  return table.rows.map((row) => {
    const own = cellsAt(table, row, key).join('\n');
    const place = (seen.get(own) ?? 0) + 1;
    seen.set(own, place);
    const told = columns.flatMap(({ id, heading }, index): [string, string][] => {
      if (key.includes(id) || aside.includes(id)) {
        return [];
      }
      const text = cellText(row[index] ?? null);
      return [[heading, refers.includes(id) ? referred(text, names) : text]];
    });
    const words = cellsAt(table, row, called).filter((text) => text !== '');
    return { key: `${own}\n${place}`, called: words.join(', '), cells: new Map(told) };
  });
}

function referred(text: string, names: ReadonlyMap<string, string>): string {
  const of = text.split('; ').map((key) => names.get(key) ?? key);
  return text === '' ? '' : of.join('; ');
}

function cellsAt({ columns }: FileTable, row: readonly FileCell[], ids: readonly string[]): string[] {
  return ids.map((id) => cellText(row[columns.findIndex((column) => column.id === id)] ?? null));
}

function cellText(cell: FileCell): string {
  if (cell === null) {
    return '';
  }
  return typeof cell === 'number' ? formatNumber(cell) : cell;
}
