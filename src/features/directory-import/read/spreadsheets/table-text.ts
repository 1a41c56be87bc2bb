import { faultAt, type Located, parseRecords, type ReferenceFault } from '../../../reference-facts/index.ts';
import { isSeparatorRow, separatorIn } from './cell-separator.ts';
import type { NamedTable } from './named-table.ts';

/** A row of a table by the names of its columns, with its line. */
export type NamedCells = Located<Readonly<Record<string, string>>>;

interface TableText {
  readonly fileName: string;
  readonly text: string;
}

/** The rows of the text of a table, header and all, whichever character separates its cells; what cannot be read is added to `faults`. */
export function tableRecords({ fileName, text }: TableText, faults: ReferenceFault[]) {
  const separator = separatorIn(text.replace(/^\uFEFF/, ''));
  return parseRecords({ path: fileName, text }, faults, separator).filter(({ fields }) => !isSeparatorRow(fields));
}

/** The named cells of a row: none where it is blank, or has more or fewer cells than the header, which is added to `faults`. */
export function namedCells(
  table: NamedTable,
  record: Located<readonly string[]>,
  faults: ReferenceFault[],
): NamedCells[] {
  const row = table.row(record.value);
  if (row.kind === 'wrong-length') {
    faults.push(faultAt(record, `has ${row.found} fields where the header has ${row.wanted}`));
  }
  return row.kind === 'row' ? [{ ...record, value: row.cells }] : [];
}
