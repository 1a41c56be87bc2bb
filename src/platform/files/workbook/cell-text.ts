/** What XML cannot hold at all. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

/** As the text of a cell stands in the file: nothing of it is markup, and what looks like the escape of a letter there is none. */
export function escapedText(text: string): string {
  return escapedXml(
    text
      .toWellFormed()
      .replaceAll(FORBIDDEN, '')
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'),
  );
}

export function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** `0 -> A`, `26 -> AA`. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
