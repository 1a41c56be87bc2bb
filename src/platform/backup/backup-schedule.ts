import type { BackupPlan } from '../config.ts';
import type { ScheduledBackups } from './backup-attempt-repository.ts';

const HOUR = 3_600_000;

/** From the beginning of the last good one; after a failure within the hour, or sooner where they are made more often. */
export function isBackupDue(
  now: Date,
  { goodBegunAt, failedAt }: ScheduledBackups,
  { everyHours }: Pick<BackupPlan, 'everyHours'>,
): boolean {
  if (failedAt !== null && now.getTime() - failedAt.getTime() < HOUR) {
    return false;
  }
  return goodBegunAt === null || now.getTime() - goodBegunAt.getTime() >= everyHours * HOUR;
}

/** What a backup is called by its time, in any folder. */
export function backupName(at: Date): string {
  return `ldr-${at.toISOString().replace(/:|\.\d+/g, '')}.backup.gz`;
}

const scheduled = 'scheduled-';

/** Those that the service makes by itself have names of their own, so that it never takes away what somebody else put there. */
export function scheduledName(at: Date): string {
  return `${scheduled}${backupName(at)}`;
}

const scheduledPattern = /^scheduled-ldr-\d{4}-\d{2}-\d{2}T\d{6}Z\.backup\.gz$/;

/** Of the files of a folder, those whose time is over: the service's own, but for the newest. */
export function surplusBackups(names: readonly string[], keep: number): string[] {
  const ours = names.filter((name) => scheduledPattern.test(name)).sort();
  return ours.slice(0, Math.max(ours.length - keep, 0));
}

/** Of the files of a folder, what a process left that was killed while it made one. Asked by the only one that makes any. */
export function leftUnfinished(names: readonly string[]): string[] {
  return names.filter((name) => /^scheduled-ldr-.+\.backup\.gz\.\d+\.unfinished$/.test(name));
}
