/** A piece of a paragraph. */
export interface Run {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** A whole address, or `#` and the name of a heading; null where it leads nowhere. */
  readonly link: string | null;
}

export interface WordCell {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly paragraphs: readonly (readonly Run[])[];
}

/** What a document for a word processor is made of, in order. */
export type WordBlock =
  /** `names`: what links lead here by. */
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly runs: readonly Run[];
      readonly names: readonly string[];
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** `mark`: the number of the item as it was written; null for a bullet. */
  | { readonly kind: 'item'; readonly depth: number; readonly mark: string | null; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly (readonly WordCell[])[] };

export interface WordDocument {
  readonly title: string;
  readonly blocks: readonly WordBlock[];
}
