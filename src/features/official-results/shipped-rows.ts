import { type ReleaseDetails, readReleaseFile, unsoundFile } from '../directory-import/index.ts';
import type { ReleaseRows } from './official-results.ts';
import { parseResults } from './parse-results.ts';

/** The rows of a release that comes with the service. Throws `ReferenceDataError` where it is not sound. */
export async function readShippedRows(
  folder: string,
  release: Pick<ReleaseDetails, 'series' | 'version'>,
): Promise<ReleaseRows> {
  const file = await readReleaseFile(folder, release);
  const parsed = parseResults(file);
  if (parsed.kind === 'refused') {
    throw unsoundFile(folder, file.fileName, parsed.faults);
  }
  return parsed;
}
