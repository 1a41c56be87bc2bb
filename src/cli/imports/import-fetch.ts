import { parseArgs } from 'node:util';
import { z } from 'zod';
import { addressSince, gatherAnswers } from '../../features/directory-import/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { parseConfig } from '../../platform/config.ts';
import { today } from '../../platform/days.ts';
import { OutsideError } from '../../platform/outgoing/outside-error.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { writeNewFile } from '../write-new-file.ts';

const help = `Usage: ldr import fetch <new file.json> [--since <YYYY-MM-DD>]

Asks the registry what the service itself asks as often as it is configured to, page by page, and writes all of it to a new file.
The directory is not touched, and needs not be there: ldr import ods shows what the file would change, and brings it in.

  --since  only what has changed since that day, as the registry counts

Settings: DIRECTORY_URL, DIRECTORY_KIND, DIRECTORY_KEY and DIRECTORY_PRIVATE, for a real service (DEMO=0).

Exit code: 0 done, or nothing has changed and no file was written, 1 the registry does not answer as it should, 2 something given is wrong.

Example: DEMO=0 ldr import fetch trusts.json --since 2026-04-01`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { file, since } = readArguments(args);
  const { registry } = parseConfig(terminal.environment);
  if (registry === null) {
    throw new UsageError('Say where the registry answers, with DIRECTORY_URL and DIRECTORY_KIND.');
  }
  const day = today(systemClock);
  const search = addressSince(registry.address, registry.layout, since, day);
  const known = { etag: null, lastModified: null };
  try {
    const answers = await gatherAnswers({ registry, search, known, signal: new AbortController().signal });
    if (answers.kind !== 'answers') {
      terminal.print('The registry names no organisation. No file was written.');
      return 0;
    }
    await writeNewFile(file, [JSON.stringify(answers.document)], terminal);
    terminal.print(
      `${answers.organisationCount.toLocaleString('en-GB')} organisations, as of ${day}, written to ${file}.`,
    );
    terminal.print(
      `See what they would change: ldr import ods ${file} --layout ${registry.layout} --dated ${day} --dry-run`,
    );
    return 0;
  } catch (error) {
    if (error instanceof OutsideError) {
      terminal.complain(`The registry does not answer as it should: ${error.message}. No file was written.`);
      return 1;
    }
    throw error;
  }
}

function readArguments(args: readonly string[]): { readonly file: string; readonly since: string | null } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { since: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError('Name one new file.');
  }
  const since = z.iso
    .date()
    .nullable()
    .safeParse(values.since ?? null);
  if (!since.success) {
    throw new UsageError('Say with --since YYYY-MM-DD since when.');
  }
  return { file, since: since.data };
}

export const importFetchCommand: Command = { help, run };
