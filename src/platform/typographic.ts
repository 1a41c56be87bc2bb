/**
 * The text with the quotation marks and apostrophes of print in place of those of a keyboard. A mark at the beginning of a word opens
 * what it encloses, any other closes it or is an apostrophe; one before figures stands for those left out, as in ’17.
 */
export function typographic(text: string): string {
  // Most texts have none, and a pack has thousands.
  if (!/["']/.test(text)) {
    return text;
  }
  return text
    .replaceAll(/(?<=^|[\s([{‘“–—/])"/g, '“')
    .replaceAll('"', '”')
    .replaceAll(/(?<=^|[\s([{“–—/])'(?!\d)/g, '‘')
    .replaceAll("'", '’');
}
