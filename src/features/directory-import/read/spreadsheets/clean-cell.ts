import { withoutHidden } from '../../../../platform/forms/hidden-characters.ts';

/** What statistics packages and spreadsheets write for nothing. */
const nothing: ReadonlySet<string> = new Set(['NA', 'N/A', '#N/A', '<NA>', 'NULL', 'null', 'NaN', 'nan', 'None']);

/** Blanks that look like the common one. */
const blank = /[\p{Zs}\t\r\n]+/gu;
const plainAscii = /^[!-~]+(?: [!-~]+)*$/;

/** `="00C"`, by which a spreadsheet is told to leave a text alone. */
const textAsFormula = /^="([^"]*)"$/;
/** An apostrophe before what a spreadsheet would take for a formula: see `writeCsv`. */
const guarded = /^'(?=[=+\-@])/;

/** The text of a cell as it was before a spreadsheet or a statistics package had the file. */
export function cleanCell(cell: string): string {
  if (cell === '') {
    return '';
  }
  const text = plainAscii.test(cell) ? cell : withoutHidden(cell).replaceAll(blank, ' ').trim();
  const first = text.charCodeAt(0);
  // "=" and "'" begin hardly any cell.
  const bare = first === 0x3d || first === 0x27 ? text.replace(textAsFormula, '$1').replace(guarded, '').trim() : text;
  return nothing.has(bare) ? '' : bare;
}
