/** A file is not read as a workbook, and nothing of it is used. The message says why and what to do, as sentences without the last full stop. */
export class WorkbookRefusedError extends Error {
  override readonly name = 'WorkbookRefusedError';
}

/** What to do about a file that is broken, whatever is broken in it. */
const SAVE_ANEW = 'Open it in a spreadsheet program, save it anew as an Excel workbook (.xlsx), and choose it again';

export function damaged(what: string): WorkbookRefusedError {
  return new WorkbookRefusedError(`The file is damaged: ${what}. ${SAVE_ANEW}`);
}

/** For what no workbook that people fill in comes near. */
export function tooMuch(what: string): WorkbookRefusedError {
  return new WorkbookRefusedError(
    `The file has ${what}, which is more than is read. Take a new file from the site and copy the answers into it`,
  );
}

export function inFigures(count: number): string {
  return count.toLocaleString('en-GB');
}
