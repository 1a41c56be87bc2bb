import { existsSync } from 'node:fs';
import path from 'node:path';
import { ExplainedError } from '../../platform/explained-error.ts';
import { countOf } from '../../views/format.ts';
import { type PackFault, readPackFile } from '../programme/index.ts';
import type { Illustration } from './illustration.ts';
import {
  type IllustrationFile,
  illustrationFiles,
  type LocatedIllustration,
  parseIllustration,
} from './parse-illustration.ts';

/** What a pack makes up may not be used; the message lists every fault as `file:line reason`, one a line. */
export class IllustrationError extends ExplainedError {
  override readonly name = 'IllustrationError';
  readonly code = 'illustration_faulty';
  readonly faults: readonly PackFault[];

  constructor(folder: string, faults: readonly PackFault[]) {
    const lines = faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
    super(`What the programme pack in ${folder} makes up has ${countOf(faults.length, 'fault')}:\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

/** What a programme's own folder makes up for its demonstration. */
export async function readIllustration(programmeFolder: string): Promise<Illustration> {
  return (await readLocatedIllustration(programmeFolder)).illustration;
}

/** The same with the way back to file and line. */
export async function readLocatedIllustration(programmeFolder: string): Promise<LocatedIllustration> {
  const texts = new Map<IllustrationFile, string>();
  for (const name of illustrationFiles) {
    if (existsSync(path.join(programmeFolder, 'illustration', name))) {
      texts.set(name, (await readPackFile(programmeFolder, `illustration/${name}`)).text);
    }
  }
  const parsed = parseIllustration(texts);
  if (parsed.kind === 'faults') {
    throw new IllustrationError(programmeFolder, parsed.faults);
  }
  return parsed;
}
