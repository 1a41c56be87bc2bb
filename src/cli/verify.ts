import { parseArgs } from 'node:util';
import { type VerifyReport, verifyDownloadText, verifyReport } from '../features/publication/index.ts';
import { downloadLimits } from '../file-limits.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { readLimitedText } from './read-limited.ts';

const help = `Usage: ldr verify <file> [<file> ...]

Checks that a roadmap downloaded from its public page is whole and unchanged: every digest is formed anew and every
endorsement must name this very document. Works without a network, a database or any settings. Use - to read standard
input.

It cannot tell who wrote the file. For that, compare both digests with those on the roadmap's public page.

Exit code: 0 verified, 1 not verified, 2 could not be read. With several files the worst counts.

Example: ldr verify roadmap-doncaster-version-1.json`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals: files } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  if (files.length === 0) {
    throw new UsageError('Name the file to verify.');
  }
  let worst: ExitCode = 0;
  for (const [index, file] of files.entries()) {
    if (files.length > 1) {
      terminal.print(`${index === 0 ? '' : '\n'}${file}`);
    }
    const report = await verifyFile(file, terminal);
    for (const line of report.lines) {
      terminal.print(line);
    }
    worst = report.exitCode > worst ? report.exitCode : worst;
  }
  return worst;
}

async function verifyFile(file: string, terminal: Terminal): Promise<VerifyReport> {
  const read = await readLimitedText(file, downloadLimits.bytes, terminal);
  return verifyReport(read.kind === 'text' ? verifyDownloadText(read.text) : read);
}

export const verifyCommand: Command = { help, run };
