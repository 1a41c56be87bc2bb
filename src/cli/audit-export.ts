import { parseArgs } from 'node:util';
import { writeTrailLines } from '../platform/audit/trail-file.ts';
import { systemClock } from '../platform/clock.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { readTrailFrom } from './read-trail.ts';
import { writeNewFile } from './write-new-file.ts';

const help = `Usage: ldr audit export <file>

Writes the whole audit trail to a new file of JSON lines, which ldr audit verify --file checks on any machine without the
database. Use - to write to standard output. The file names people and what they did: keep it as safe as the database.

Reads only. Needs the database (DATABASE_URL or DATA_DIR), and no running service.

Exit code: 0 done, 2 could not be read or written.

Example: ldr audit export audit-trail-2026-03-01.jsonl`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError('Name the one file to write.');
  }
  await readTrailFrom(terminal, undefined, (items) => write(file, writeTrailLines(items, systemClock()), terminal));
  return 0;
}

async function write(file: string, lines: AsyncIterable<string>, terminal: Terminal): Promise<void> {
  if (file !== '-') {
    await writeNewFile(file, ended(lines), terminal);
    return;
  }
  for await (const line of lines) {
    terminal.print(line);
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) {
    yield `${line}\n`;
  }
}

export const auditExportCommand: Command = { help, run };
