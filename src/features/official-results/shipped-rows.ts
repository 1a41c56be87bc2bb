import { describeFault, type ReleaseDetails, readReleaseFile } from '../directory-import/index.ts';
import { ReferenceDataError } from '../reference-facts/index.ts';
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
    const faults = parsed.faults.map((fault) => ({
      file: file.fileName,
      line: fault.line ?? 1,
      message: describeFault(fault),
    }));
    throw new ReferenceDataError([folder], faults);
  }
  return parsed;
}
