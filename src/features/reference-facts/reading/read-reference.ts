import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExplainedError } from '../../../platform/explained-error.ts';
import { countOf } from '../../../views/format.ts';
import { parseReference } from './parse-reference.ts';
import type { ReferenceData } from './reference.ts';
import type { ReferenceFault, ReferenceFile } from './reference-fault.ts';

/** Reference data that may not be used; the message lists every fault as `file:line reason`, one a line. */
export class ReferenceDataError extends ExplainedError {
  override readonly name = 'ReferenceDataError';
  readonly code = 'reference_data_faulty';
  readonly faults: readonly ReferenceFault[];

  constructor(folders: readonly string[], faults: readonly ReferenceFault[]) {
    const lines = faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
    const count = countOf(faults.length, 'fault');
    super(`The reference data in ${folders.join(' and ')} has ${count}:\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads the `.csv` files directly in the folders as the reference data: what holds whatever the programme is, and what a programme adds.
 * Throws `ReferenceDataError` when there is any fault, so that no service runs on half a directory.
 */
export async function readReference(folders: readonly string[]): Promise<ReferenceData> {
  const parsed = parseReference(await readReferenceFiles(folders));
  if (parsed.kind === 'faults') {
    throw new ReferenceDataError(folders, parsed.faults);
  }
  return parsed.reference;
}

/** The files of the folders in their order, each by name; those of the first are named without it. */
export async function readReferenceFiles(folders: readonly string[]): Promise<ReferenceFile[]> {
  const lists = await Promise.all(
    folders.map(async (folder, index) => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
      return names.map((name) => ({ path: index === 0 ? name : join(folder, name), from: join(folder, name) }));
    }),
  );
  return Promise.all(lists.flat().map(async ({ path, from }) => ({ path, text: await readFile(from, 'utf8') })));
}
