import { statSync } from 'node:fs';
import path from 'node:path';
import { type BackupHeader, type BackupWhole, DamagedBackupError } from '../../platform/backup/backup-format.ts';
import { type Terminal, UsageError } from '../command.ts';

export function backupLines(file: string, header: BackupHeader, whole: BackupWhole): string[] {
  return [
    `  File:    ${file}`,
    `  Made:    ${header.at.toISOString()}, by version ${header.software}`,
    `  Of:      ${header.about.mode ?? 'a database that does not say what it is for'}`,
    `  Holds:   ${whole.rows.toLocaleString('en-GB')} rows in ${whole.tables} tables`,
    `  Digest:  ${whole.digest}`,
  ];
}

/** The one file that is named, as a path, with its size. */
export function oneFile(positionals: readonly string[], terminal: Terminal): { file: string; bytes: number } {
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) {
    throw new UsageError('Name the one backup.');
  }
  const file = path.resolve(terminal.folder, name);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) {
    throw new UsageError(`${name}: There is no such file`);
  }
  return { file, bytes: found.size };
}

/** What makes a backup unfit is the answer to the question, no fault of ours: exit code 1. */
export async function orDamaged<T>(work: Promise<T>, terminal: Terminal): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DamagedBackupError) {
      terminal.status?.('');
      terminal.complain(`NOT WHOLE\n  ${error.message}`);
      return null;
    }
    throw error;
  }
}
