import { parseArgs } from 'node:util';
import { checkBackup } from '../../platform/backup/read-backup.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { progressBar } from '../progress-bar.ts';
import { backupLines, oneFile, orDamaged } from './backup-words.ts';

const help = `Usage: ldr backup check <file>

Reads a whole backup and forms the digest of every table anew. Needs no database and no settings.

It cannot tell that a database takes it: ldr backup try can.

Exit code: 0 whole, 1 not whole or changed, 2 could not be read.

Example: ldr backup check /safe/place/ldr-2026-03-01T020000Z.backup.gz`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const { file, bytes } = oneFile(positionals, terminal);
  const bar = progressBar(terminal, bytes, Date.now);
  const facts = await orDamaged(checkBackup(file, { onProgress: (read) => bar.show(read, 0) }), terminal);
  if (facts === null) {
    return 1;
  }
  bar.end();
  terminal.print(['WHOLE', ...backupLines(file, facts.header, facts.whole)].join('\n'));
  return 0;
}

export const backupCheckCommand: Command = { help, run };
