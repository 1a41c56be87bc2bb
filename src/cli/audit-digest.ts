import { parseArgs } from 'node:util';
import { writeCheckpoint } from '../platform/audit/checkpoint.ts';
import { verifyTrail } from '../platform/audit/verify-trail.ts';
import { systemClock } from '../platform/clock.ts';
import { discrepancyLines, extentOf } from './audit-report.ts';
import { progressTo } from './audit-verify.ts';
import type { Command, ExitCode, Terminal } from './command.ts';
import { readTrailFrom } from './read-trail.ts';
import { writeNewFile } from './write-new-file.ts';

const help = `Usage: ldr audit digest [--write <file>] [--file <export>]

Checks the audit trail and prints one digest that stands for all of it: the SHA-256 of the list of chains, each with its
number of events and the hash of the last.

  --write  writes a checkpoint, the digest with that list, to a new file. Keep it where those who run the database cannot
           change it; ldr audit verify --against <file> then shows whether anything was cut off or written anew since
  --file   an export made with ldr audit export, instead of the database; - reads standard input

Reads only. Needs the database (DATABASE_URL or DATA_DIR) or an export, and no running service.

Exit code: 0 done, 1 the trail is not sound, so there is nothing to keep, 2 could not be read or written.

Example: ldr audit digest --write /safe/place/checkpoint-2026-03-01.json`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const text = { type: 'string' } as const;
  const { write, file } = parseArgs({ args: [...args], options: { write: text, file: text } }).values;
  const at = systemClock();
  const report = await readTrailFrom(terminal, file, (items) => verifyTrail(items, null, progressTo(terminal)));
  terminal.status?.('');
  if (report.discrepancyCount > 0) {
    terminal.complain('The audit trail is not sound. Nothing was written.');
    for (const line of discrepancyLines(report)) {
      terminal.complain(line);
    }
    return 1;
  }
  if (write !== undefined) {
    await writeNewFile(write, [writeCheckpoint({ at, heads: report.heads })], terminal);
  }
  terminal.print(`Digest: ${report.digest}`);
  terminal.print(`${extentOf(report)}, ${at.toISOString()}`);
  return 0;
}

export const auditDigestCommand: Command = { help, run };
