import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { yamlLimits } from '../../file-limits.ts';
import { ExplainedError } from '../../platform/explained-error.ts';
import { countOf } from '../../views/format.ts';
import type { PartTables } from './checks/check-pack.ts';
import type { PackFault, PackFile } from './pack-fault.ts';
import { parseProgrammePack } from './parse-programme-pack.ts';
import type { ProgrammePack } from './programme.ts';

/** A pack that may not be used; the message lists every fault as `file:line reason`, one a line. */
export class ProgrammePackError extends ExplainedError {
  override readonly name = 'ProgrammePackError';
  readonly code = 'programme_pack_faulty';
  readonly faults: readonly PackFault[];

  constructor(folder: string, faults: readonly PackFault[]) {
    const lines = faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
    super(`The programme pack in ${folder} has ${countOf(faults.length, 'fault')}:\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads every `.yaml` file directly in `folder` as one programme pack.
 * Throws `ProgrammePackError` when the pack has any fault, so that a service never starts on half a programme. What a part may ask for
 * is known above this feature: without `partTables` any name is taken, as by tests of something else.
 */
export async function readProgrammePack(folder: string, partTables: PartTables = null): Promise<ProgrammePack> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  if (names.length === 0) {
    throw new ProgrammePackError(folder, [{ file: folder, line: 1, message: 'the folder holds no .yaml file' }]);
  }
  const files = await Promise.all(names.map((name) => readPackFile(folder, name)));
  const parsed = parseProgrammePack(files, partTables);
  if (parsed.kind === 'faults') {
    throw new ProgrammePackError(folder, parsed.faults);
  }
  return parsed.pack;
}

/** A file in the folder of a pack. Reads no further than the limit. */
export async function readPackFile(folder: string, path: string): Promise<PackFile> {
  const limit = yamlLimits.packFileBytes;
  const bytes = await buffer(createReadStream(join(folder, path), { end: limit }));
  if (bytes.length > limit) {
    const message = `the file is larger than ${limit / 1_000_000} megabytes: spread its lists over several`;
    throw new ProgrammePackError(folder, [{ file: path, line: 1, message }]);
  }
  return { path, text: bytes.toString('utf8') };
}
