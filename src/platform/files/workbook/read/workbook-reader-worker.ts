/* The program of the thread in which workbooks are read; `readWorkbookApart` starts it. */
import { workerData } from 'node:worker_threads';
import { serveWorker } from '../../../worker/serve-worker.ts';
import type { RowRead } from './read-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { WorkbookRefusedError } from './workbook-refused-error.ts';

export type WorkbookSaying =
  /** Rows of a sheet, which goes on in the next saying where that has the same number. */
  | { readonly kind: 'rows'; readonly sheet: number; readonly name: string; readonly rows: readonly RowRead[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Few enough that taking them over is done in a moment. */
const BATCH = 100;

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<WorkbookSaying> {
  const limits: WorkbookLimits = workerData;
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) {
    pieces.push(chunk);
  }
  try {
    let sheet = 0;
    for (const { name, rows } of readWorkbook(Buffer.concat(pieces), limits)) {
      for (let at = 0; at < rows.length; at += BATCH) {
        yield { kind: 'rows', sheet, name, rows: rows.slice(at, at + BATCH) };
      }
      sheet += 1;
    }
  } catch (error) {
    if (!(error instanceof WorkbookRefusedError)) {
      throw error;
    }
    yield { kind: 'refused', reason: error.message };
  }
}

await serveWorker(read);
