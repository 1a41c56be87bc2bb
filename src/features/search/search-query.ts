/** A word and what it may have been meant to be, the likeliest first. */
export interface SearchWord {
  readonly word: string;
  readonly alternatives: readonly string[];
}

/**
 * A text query of PostgreSQL in which every word must begin a word of the entry, or one of its alternatives must be one.
 * Words are small letters and digits (see `searchWords`), so none needs escaping.
 */
export function textQuery(words: readonly SearchWord[]): string {
  return words
    .map(({ word, alternatives }) => [`'${word}':*`, ...alternatives.map((each) => `'${each}'`)].join(' | '))
    .map((choice) => `(${choice})`)
    .join(' & ');
}
