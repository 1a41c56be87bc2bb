const again = 'fetch the file again, and open it with this column as text';

/** What a spreadsheet seems to have made of a code that it took for a number or a day, in words; null where nothing tells. */
export function spoiltCode(text: string): string | null {
  if (/^-?\d+(?:\.\d+)?E[+-]?\d+$/i.test(text)) {
    return `a spreadsheet seems to have taken the code for a number in short form; ${again}`;
  }
  if (/^\d+(?:\.0+)?$/.test(text)) {
    return `a spreadsheet seems to have taken the code for a number, and its leading zeros may be gone; ${again}`;
  }
  return /^\d{1,2}-[A-Z][a-z]{2}$|^[A-Z][a-z]{2}-\d{2}$/.test(text)
    ? `a spreadsheet seems to have taken the code for a day; ${again}`
    : null;
}
