import path from 'node:path';
import { describeFault, type ImportFault } from '../../features/directory-import/index.ts';
import { placeFileLimits } from '../../file-limits.ts';
import { countOf } from '../../views/format.ts';
import { type Terminal, UsageError } from '../command.ts';
import { readLimitedText } from '../read-limited.ts';
import { printSome } from './print-some.ts';

interface Refused {
  readonly kind: 'refused';
  readonly faults: readonly ImportFault[];
}

/** What the table of a release holds; null where it has faults, which are said then. Throws `UsageError` where it cannot be read. */
export async function readReleaseTable<Parsed extends { readonly kind: string }>(
  file: string,
  terminal: Terminal,
  parse: (given: { readonly fileName: string; readonly text: string }) => Parsed | Refused,
): Promise<Parsed | null> {
  const read = await readLimitedText(file, placeFileLimits.bytes, terminal, 'table');
  if (read.kind === 'unreadable') {
    throw new UsageError(`${file}: ${read.reason}`);
  }
  const parsed = parse({ fileName: file === '-' ? 'standard input' : path.basename(file), text: read.text });
  if (isRefused(parsed)) {
    const { faults } = parsed;
    terminal.complain(`${file} is not as it should be (${countOf(faults.length, 'fault')}). Nothing was changed.`);
    printSome(faults.map(describeFault), terminal.complain);
    return null;
  }
  return parsed;
}

function isRefused(parsed: { readonly kind: string } | Refused): parsed is Refused {
  return parsed.kind === 'refused';
}
