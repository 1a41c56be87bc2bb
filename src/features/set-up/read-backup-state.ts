import { findLastGoodBackup, findLastTriedBackup } from '../../platform/backup/backup-attempt-repository.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Connection } from '../../platform/database/database.ts';
import { type BackupState, backupState } from './backup-state.ts';

interface Asked {
  readonly database: Connection;
  readonly config: { readonly backups: { readonly everyHours: number } | null };
  readonly realClock: Clock;
}

/** How old the last good backup is, and whether one was tried. It is for whoever runs the service, and nobody else's concern. */
export async function readBackupState({ database, config, realClock }: Asked): Promise<BackupState> {
  const [last, tried] = await Promise.all([findLastGoodBackup(database), findLastTriedBackup(database)]);
  return backupState({ now: realClock(), last, tried, plan: config.backups });
}
