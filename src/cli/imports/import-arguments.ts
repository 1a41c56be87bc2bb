import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { guessLayout, type LayoutId, layouts } from '../../features/directory-import/index.ts';
import { type Terminal, UsageError } from '../command.ts';

export interface ImportArguments {
  readonly file: string;
  readonly layout: LayoutId;
  readonly datedOn: string;
  readonly isDryRun: boolean;
  /** Where to write every difference; null for nowhere. */
  readonly differencesFile: string | null;
  /** Codes that the file may open again against a succession on record. */
  readonly reopened: ReadonlySet<string>;
  /** Bytes, for the progress bar. */
  readonly size: number;
}

const day = z.iso.date();

/** The arguments of `import ods`; throws `UsageError` for what cannot be meant. */
export async function readImportArguments(args: readonly string[], terminal: Terminal): Promise<ImportArguments> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      dated: { type: 'string' },
      layout: { type: 'string' },
      differences: { type: 'string' },
      reopen: { type: 'string', multiple: true, default: [] },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) {
    throw new UsageError('Name one file.');
  }
  const dated = day.safeParse(values.dated);
  if (!dated.success) {
    throw new UsageError('Say with --dated YYYY-MM-DD of which day the file is: the file itself does not.');
  }
  const file = path.resolve(terminal.folder, name);
  const { size, beginning } = await readBeginning(file);
  return {
    file,
    layout: layoutOf(values.layout, file, beginning),
    datedOn: dated.data,
    isDryRun: values['dry-run'],
    differencesFile: values.differences === undefined ? null : path.resolve(terminal.folder, values.differences),
    reopened: new Set(values.reopen.flatMap((codes) => codes.split(',')).map((code) => code.trim())),
    size,
  };
}

function layoutOf(wanted: string | undefined, file: string, beginning: Uint8Array): LayoutId {
  const known = layouts.map(({ id }) => id).join(', ');
  if (wanted !== undefined) {
    const found = layouts.find(({ id }) => id === wanted);
    if (found === undefined) {
      throw new UsageError(`There is no layout ${wanted}. Layouts: ${known}.`);
    }
    return found.id;
  }
  const guessed = guessLayout(file, beginning);
  if (guessed === null) {
    throw new UsageError(`What kind of file ${path.basename(file)} is cannot be told. Say it with --layout: ${known}.`);
  }
  return guessed;
}

const BEGINNING = 4096;

async function readBeginning(file: string): Promise<{ size: number; beginning: Uint8Array }> {
  const handle = await openFile(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return { size, beginning: buffer.subarray(0, bytesRead) };
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  } finally {
    await handle.close();
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file);
  } catch {
    throw new UsageError(`There is no file ${file} that can be read.`);
  }
}
