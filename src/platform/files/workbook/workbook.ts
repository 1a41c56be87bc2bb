/** How a cell looks, and whether it may be filled in. */
export type CellKind = 'plain' | 'number' | 'head' | 'title' | 'part' | 'open';

/** Text, whatever it looks like, but for a number, which is written in plain digits: no cell is ever a formula. */
export interface CellToWrite {
  readonly text: string;
  readonly kind: CellKind;
  /** What may be chosen in it, in words; left out where anything may be typed. */
  readonly choices?: readonly string[];
}

export interface SheetToWrite {
  /** Made to fit the rules for names of sheets. */
  readonly name: string;
  readonly columns: readonly { readonly width: number; readonly isHidden?: boolean }[];
  readonly rows: readonly (readonly CellToWrite[])[];
  /** Rows from the top that stay in sight. */
  readonly frozenRows: number;
  /** Whether every cell may be changed, and rows be added: where the kinds of cells do not say it. */
  readonly isFree?: boolean;
}
