import { programBeside } from '../../../worker/program-beside.ts';
import { readInWorker, WorkerLimitError, type WorkerProgram } from '../../../worker/read-in-worker.ts';
import type { RowRead } from './read-sheet.ts';
import type { SheetRead } from './read-workbook.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookSaying } from './workbook-reader-worker.ts';

const url = programBeside(import.meta.url, 'workbook-reader-worker');

export type WorkbookOutcome =
  /** Sheets in which nothing stands are left out. */
  | { readonly kind: 'read'; readonly sheets: readonly SheetRead[] }
  /** Why and what to do, as sentences without the last full stop. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * What `readWorkbook` gives, read in a thread of its own, so that the service goes on answering whatever is in the file. One whose reading
 * takes more memory or time than `reading` allows is refused like one with a fault.
 */
export async function readWorkbookApart(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  reading: Pick<WorkerProgram, 'heapMegabytes' | 'stepMilliseconds'>,
): Promise<WorkbookOutcome> {
  const sheets = new Map<number, { readonly name: string; readonly rows: RowRead[] }>();
  try {
    for await (const said of readInWorker<WorkbookSaying>({ url, data: limits, ...reading }, whole(bytes))) {
      if (said.kind === 'refused') {
        return said;
      }
      const sheet = sheets.get(said.sheet) ?? { name: said.name, rows: [] };
      sheet.rows.push(...said.rows);
      sheets.set(said.sheet, sheet);
    }
  } catch (error) {
    if (error instanceof WorkerLimitError) {
      return { kind: 'refused', reason: `Reading the file takes more ${error.limit} than any honest one. ${ANEW}` };
    }
    throw error;
  }
  return { kind: 'read', sheets: [...sheets.values()] };
}

const ANEW = 'Take a new file from the site and copy the answers into it';

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
