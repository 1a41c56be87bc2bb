/** Spreadsheet programs take no longer names. */
const LONGEST = 31;

/** The names as sheets may have them: none of the signs that stand in references, not too long, and no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const names: string[] = [];
  for (const [index, name] of wanted.entries()) {
    const plain = name
      .replaceAll(/[[\]:*?/\\\p{C}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[' ]+|[' ]+$/g, '');
    const short = cut(plain, LONGEST) || `Sheet ${index + 1}`;
    const isTaken = names.some((other) => other.toLowerCase() === short.toLowerCase());
    const mark = ` (${index + 1})`;
    names.push(isTaken ? `${cut(short, LONGEST - mark.length)}${mark}` : short);
  }
  return names;
}

/** Names are counted in code units there. */
function cut(text: string, most: number): string {
  return text.slice(0, most).toWellFormed().replaceAll('\uFFFD', '').trim();
}
