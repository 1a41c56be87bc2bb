import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import packageFile from '../../../package.json' with { type: 'json' };
import { findMode } from '../../features/mode/index.ts';
import { hasTable, insertBackupAttempt } from '../../platform/backup/backup-attempt-repository.ts';
import { backupName } from '../../platform/backup/backup-schedule.ts';
import { writeBackup } from '../../platform/backup/write-backup.ts';
import { systemClock } from '../../platform/clock.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { progressBar } from '../progress-bar.ts';
import { withDatabaseAsItIs } from '../with-database.ts';
import { backupLines } from './backup-words.ts';

const help = `Usage: ldr backup <folder or new file> [--dry-run]

Writes all that the database holds at one moment to a file that only you may read, then reads it back and compares every
digest. The service may go on running, and people go on working. In a folder the file is called by its time.

The file gets its name once it is whole: whatever ends the command before leaves nothing under that name.
It holds everything, personal data and passwords' hashes too: keep it as safe as the database. The secret that signs
cookies and seals second factors is not in it: keep SESSION_SECRET, or the file session-secret in DATA_DIR, as well.

  --dry-run  says which file would be written, and writes none

Exit code: 0 done, 2 could not be read or written.

Example: ldr backup /safe/place`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const at = systemClock();
  const file = fileToWrite(positionals, at, terminal);
  return withDatabaseAsItIs<ExitCode>(terminal, async (database, _config, store) => {
    const mode = (await findMode(database))?.mode;
    if (mode === undefined) {
      throw new UsageError('This database does not say yet what it is for. The service records it at its first start.');
    }
    if (values['dry-run']) {
      terminal.print(`${file} would be written. Nothing was written.`);
      return 0;
    }
    // The bar is over rows while they are read, and the server only guesses how many there are.
    const bar = progressBar(terminal, 1, Date.now);
    const { header, whole } = await writeBackup({
      url: store.ownerUrl ?? store.url,
      file,
      at,
      software: packageFile.version,
      about: { mode },
      onProgress: (rows, expected) => bar.show(rows / Math.max(expected, rows, 1), rows),
    });
    const { digest } = whole;
    const attempt = { origin: 'command', begunAt: at, endedAt: systemClock(), file: path.basename(file) } as const;
    // A database of an earlier version has no such table, and is left as it is.
    if (await hasTable(database, 'backup_attempt')) {
      await insertBackupAttempt(database, { ...attempt, digest, problem: '' });
    }
    bar.end();
    terminal.print(['WRITTEN, and read back', ...backupLines(file, header, whole)].join('\n'));
    return 0;
  });
}

function fileToWrite(positionals: readonly string[], at: Date, terminal: Terminal): string {
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) {
    throw new UsageError('Name the folder to write to, or the one file.');
  }
  const given = path.resolve(terminal.folder, name);
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? path.join(given, backupName(at)) : given;
  if (existsSync(file)) {
    throw new UsageError(`${name}: There is a file of that name already. Choose another name`);
  }
  if (!existsSync(path.dirname(file))) {
    throw new UsageError(`${name}: There is no such folder`);
  }
  return file;
}

export const backupCommand: Command = { help, run };
