const LONGEST_SEARCH = 100;

/** No name has a longer word, and the database looks for none beyond 2,046 bytes. */
const LONGEST_WORD = 100;

/**
 * What a person typed into a search box, as it is shown back and searched with: without control characters (the database
 * takes no zero byte), single blanks, at most 100 characters.
 */
export function searchTerm(typed: string): string {
  return typed
    .trim()
    .slice(0, LONGEST_SEARCH)
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
}

/**
 * A text as its plain words: small letters and digits, apostrophes and accents gone, "&" read as "and", the long forms
 * of "CCG", "ICB" and "St" as those. The database does the same to names (`search_words` in the migration of the search), so that "Kings" finds
 * "King's". What only people do is undone here: a postcode without its blank, and the long names of kinds of area, which are in no name.
 */
export function searchWords(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replaceAll(/[\p{Mn}'’]/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\bclinical commissioning groups?\b/g, 'ccg')
    .replaceAll(/\bintegrated care (?:boards?|systems?)\b/g, 'icb')
    .replaceAll(/\bsustainability and transformation (?:plans?|partnerships?)\b/g, 'stp')
    .replaceAll(/\bsaint\b/g, 'st')
    .replaceAll(/\b([a-z]{1,2}\d[a-z0-9]?)(\d[a-z]{2})\b/g, '$1 $2')
    .trim();
  return plain === '' ? [] : plain.split(' ').map((word) => word.slice(0, LONGEST_WORD));
}

/** Whether every word occurs somewhere in the texts; no words match everything. */
export function matchesWords(words: readonly string[], texts: readonly string[]): boolean {
  if (words.length === 0) {
    return true;
  }
  const haystack = texts.map((text) => searchWords(text).join(' ')).join(' | ');
  return words.every((word) => haystack.includes(word));
}
