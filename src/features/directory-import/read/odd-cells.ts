import type { CellFault } from './check-ods-row.ts';
import { odsColumnNames } from './ods-cells.ts';
import type { OdsRow } from './ods-layouts.ts';
import { ReadingNotes } from './reading-notes.ts';

/** Below this many it is chance that most cells of a column are odd. */
const FEWEST = 20;

/** What stands in these tells nothing that is kept. */
const withoutUse: ReadonlySet<string> = new Set(['unused', 'amended record indicator']);

const parentColumns: ReadonlySet<number> = new Set([15, 16, 17]);

const nameOf = (column: number) => odsColumnNames[column - 1] ?? '';

/**
 * Cells that are odd and identify nothing: left out and told one by one, so that a slip of the registry keeps nobody from its
 * file. Where most of a column is odd it is no slip; the file has another layout.
 */
export class OddCells {
  readonly #notes = new ReadingNotes();
  readonly #filled = new Map<number, number>();
  readonly #odd = new Map<number, number>();

  pass(row: OdsRow, line: number, faults: readonly CellFault[]): void {
    for (const [index, cell] of row.entries()) {
      if (cell !== '') {
        count(this.#filled, index + 1);
      }
    }
    for (const { column, reason } of faults) {
      count(this.#odd, column);
      this.#notes.add(sortOf(column), `line ${line}, ${row[0]}: ${reason}`);
    }
  }

  /** Columns of which most cells are odd. */
  systematic(): CellFault[] {
    return [...this.#odd].flatMap(([column, odd]) => {
      const rows = Math.max(odd, this.#filled.get(column) ?? 0);
      const isSystematic = odd >= FEWEST && odd > rows / 2 && !withoutUse.has(nameOf(column));
      const reason = `is odd in ${odd} of ${rows} rows: the file seems to have another layout`;
      return isSystematic ? [{ column, reason }] : [];
    });
  }

  inWords(): readonly string[] {
    return this.#notes.inWords();
  }
}

function sortOf(column: number): string {
  if (parentColumns.has(column)) {
    return 'A commissioner or parent is not told as it should be, and the relation was left out';
  }
  const name = nameOf(column);
  return name === 'unused'
    ? `Column ${column} is not used in this layout, and what stands there was left out`
    : `The ${name} (column ${column}) is not told as it should be, and was left out`;
}

function count(counts: Map<number, number>, column: number): void {
  counts.set(column, (counts.get(column) ?? 0) + 1);
}
