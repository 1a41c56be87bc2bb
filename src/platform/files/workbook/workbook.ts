/** How a cell looks, and whether it may be filled in. */
export type CellKind = 'plain' | 'head' | 'title' | 'part' | 'open';

/** Always text, whatever it looks like: no cell is ever a formula. */
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
}
