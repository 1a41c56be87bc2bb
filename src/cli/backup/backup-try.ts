import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../../compose.ts';
import { hasTable, insertBackupTrial, isBackupOfThis } from '../../platform/backup/backup-attempt-repository.ts';
import { checkBackup } from '../../platform/backup/read-backup.ts';
import { systemClock } from '../../platform/clock.ts';
import { parseConfig } from '../../platform/config.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { progressBar } from '../progress-bar.ts';
import { withDatabaseAsItIs } from '../with-database.ts';
import { backupLines, oneFile, orDamaged } from './backup-words.ts';
import { restoreInto } from './restore-into.ts';

const help = `Usage: ldr backup try <file> [--dry-run]

Restores a backup into an empty database of its own, in the folder for temporary files (TMPDIR), compares every digest, verifies the
audit trail, brings it up to date, and throws it away. No letter is sent. The service may go on running, and says from then
on when a backup was tried: on its page of set-up, and on /status for those who run it.

The same variables as for the service say which service that is. The backup must have been made of it.

  --dry-run  checks the backup alone, and puts nothing on record

Exit code: 0 it can be restored, 1 it cannot, 2 it could not be tried.

Example: ldr backup try /safe/place/ldr-2026-03-01T020000Z.backup.gz`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const { file, bytes } = oneFile(positionals, terminal);
  return withDatabaseAsItIs<ExitCode>(terminal, async (database) => {
    if (!(await hasTable(database, 'backup_trial'))) {
      throw new UsageError('This database is of an earlier version: start the service with this one first.');
    }
    const facts = await orDamaged(checkBackup(file), terminal);
    if (facts === null) {
      return 1;
    }
    const { header, whole } = facts;
    if (!(await isBackupOfThis(database, whole.digest))) {
      throw new UsageError(`${positionals[0]}: is not a backup that was made of this database`);
    }
    if (values['dry-run']) {
      terminal.print(['WHOLE: it could be tried.', ...backupLines(file, header, whole)].join('\n'));
      return 0;
    }
    const bar = progressBar(terminal, bytes, Date.now);
    const problem = await restoreForAMoment(file, bar.show);
    bar.end();
    await insertBackupTrial(database, { digest: whole.digest, triedAt: systemClock(), problem });
    if (problem !== '') {
      terminal.complain(`NOT RESTORED\n  ${problem}`);
      return 1;
    }
    terminal.print(['TRIED: restored, compared, and thrown away', ...backupLines(file, header, whole)].join('\n'));
    return 0;
  });
}

/** What kept the backup from being restored; empty where nothing did. */
async function restoreForAMoment(file: string, onProgress: (bytes: number, rows: number) => void): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-backup-try-'));
  try {
    const store = await openStore(parseConfig({ DATA_DIR: folder }));
    try {
      await restoreInto(store, file, onProgress);
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      await store.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const backupTryCommand: Command = { help, run };
