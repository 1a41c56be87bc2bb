import { gzipSync } from 'node:zlib';
import { writeCsv } from '../../platform/csv-table.ts';
import { type Difference, differencesTable, type ImportRequest } from '../directory/index.ts';
import { firstOfEachKind } from './upload.ts';

const CHUNK = 65_536;

/** The bytes of a file that somebody sent, as the import reads them. */
export async function* chunksOf(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += CHUNK) {
    yield content.subarray(start, start + CHUNK);
  }
}

/** Gathers what an import finds: the first differences of each kind to show, and all of them as a CSV file in gzip. */
export function gatherDifferences() {
  const first = firstOfEachKind();
  const lines: Difference[] = [];
  const onDifference: ImportRequest['onDifference'] = (difference) => {
    lines.push(difference);
    first.add(difference);
  };
  return { onDifference, shown: first.shown, file: () => gzipSync(writeCsv(differencesTable, lines)) };
}
