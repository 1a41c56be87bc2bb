import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExplainedError } from '../../../platform/explained-error.ts';
import { parseReference } from './parse-reference.ts';
import type { ReferenceData } from './reference.ts';
import type { ReferenceFault } from './reference-fault.ts';

/** Reference data that may not be used; the message lists every fault as `file:line reason`, one a line. */
export class ReferenceDataError extends ExplainedError {
  override readonly name = 'ReferenceDataError';
  readonly code = 'reference_data_faulty';
  readonly faults: readonly ReferenceFault[];

  constructor(folder: string, faults: readonly ReferenceFault[]) {
    const lines = faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
    const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    super(`The reference data in ${folder} has ${count}:\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads the `.csv` files directly in `folder` as the reference data.
 * Throws `ReferenceDataError` when there is any fault, so that no service runs on half a directory.
 */
export async function readReference(folder: string): Promise<ReferenceData> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  const files = await Promise.all(
    names.map(async (name) => ({ path: name, text: await readFile(join(folder, name), 'utf8') })),
  );
  const parsed = parseReference(files);
  if (parsed.kind === 'faults') {
    throw new ReferenceDataError(folder, parsed.faults);
  }
  return parsed.reference;
}
