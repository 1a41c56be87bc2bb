export type CellSeparator = ',' | ';' | '\t';

const separators: readonly CellSeparator[] = [',', ';', '\t'];

/** `sep=;`, by which a file tells a spreadsheet what separates its cells. */
const told = /^sep=([,;\t])(?:\r|\n|$)/i;

/** What separates the cells of a table, from its first line; commas where nothing does. */
export function separatorIn(beginning: string): CellSeparator {
  const said = told.exec(beginning)?.[1];
  const [first] = separators
    .map((separator) => ({ separator, count: separator === said ? Infinity : countOutside(beginning, separator) }))
    .toSorted((one, other) => other.count - one.count);
  return first?.separator ?? ',';
}

/** How often a character stands in the first line that is not blank, outside quotation marks. */
function countOutside(text: string, wanted: string): number {
  let [count, isQuoted] = [0, false];
  for (const character of text.replace(/^[\r\n]+/, '')) {
    if (character === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && (character === '\n' || character === '\r')) {
      break;
    } else if (!isQuoted && character === wanted) {
      count += 1;
    }
  }
  return count;
}

/** Whether a row only tells the separator. */
export function isSeparatorRow(fields: readonly string[]): boolean {
  return /^sep=.?$/i.test(fields[0] ?? '') && fields.slice(1).every((field) => field === '');
}
