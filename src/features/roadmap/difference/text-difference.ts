import { diffWordsWithSpace } from 'diff';

/** Words that stand in both texts, or in one of them. */
export interface TextPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond so many words taken out or put in, a text is another one, and a list of its changes is of no use to a reader. */
const MOST_CHANGES = 2000;

/** How two texts differ, word by word. Where they have too little in common, the one stands whole before the other. */
export function textDifference(before: string, after: string): TextPiece[] {
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES });
  if (pieces === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return pieces.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Counted as a reader would. */
export function countWords(pieces: readonly TextPiece[], kind: TextPiece['kind']): number {
  return pieces.filter((piece) => piece.kind === kind).flatMap(({ text }) => text.match(/\S+/g) ?? []).length;
}
