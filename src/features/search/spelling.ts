import { compareText } from '../../platform/compare.ts';
/** A word of the directory, and whose: 0 of areas, 1 of organisations of the programme, 2 of practices alone. */
export interface KnownWord {
  readonly word: string;
  readonly rank: number;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * How many slips of the hand lie between two words: a letter too many, too few or another, or two neighbours swapped. The
 * optimal string alignment distance, which never changes the same letters twice.
 */
export function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwapped && row > 1 && column > 1 ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/** Every word of small letters that is one slip away; about 54 for each letter. */
export function oneSlipAway(word: string): string[] {
  const all = new Set<string>();
  for (let place = 0; place <= word.length; place += 1) {
    const [before, after] = [word.slice(0, place), word.slice(place)];
    all.add(before + after.slice(1));
    all.add(before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2));
    for (const letter of LETTERS) {
      all.add(before + letter + after);
      all.add(before + letter + after.slice(1));
    }
  }
  all.delete(word);
  all.delete('');
  return [...all];
}

/** Short words are soon others when letters change. */
function slipsForgiven(word: string): number {
  return word.length < 5 ? 1 : word.length < 9 ? 2 : 3;
}

/**
 * The known words that a mistyped one may have been meant to be, the likeliest first: fewest slips, then the same first
 * letter (it is seldom mistyped), then words of areas before those of practices.
 */
export function likelyWords(typed: string, known: readonly KnownWord[], limit: number): string[] {
  return known
    .map(({ word, rank }) => ({ word, rank, slips: slipsBetween(typed, word), isOtherwiseBegun: word[0] !== typed[0] }))
    .filter(({ slips }) => slips > 0 && slips <= slipsForgiven(typed))
    .toSorted(
      (one, other) =>
        one.slips - other.slips ||
        Number(one.isOtherwiseBegun) - Number(other.isOtherwiseBegun) ||
        one.rank - other.rank ||
        compareText(one.word, other.word),
    )
    .slice(0, limit)
    .map(({ word }) => word);
}
