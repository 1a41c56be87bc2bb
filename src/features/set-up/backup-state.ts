import { paths } from '../../paths.ts';
import { formatTime } from '../../views/format.ts';
import type { SetUpStep } from './set-up-steps.ts';

/** Whether what would be lost with the database is kept elsewhere, in words for whoever runs the service. */
export interface BackupState {
  readonly isGood: boolean;
  readonly words: string;
}

interface Known {
  readonly now: Date;
  /** The moment whose state the last good one holds, and when it had been read back; null where there is none. */
  readonly last: { readonly begunAt: Date; readonly checkedAt: Date } | null;
  /** Null where the service makes none by itself. */
  readonly plan: { readonly everyHours: number } | null;
}

const HOUR = 3_600_000;
/** What is expected of whoever makes them by other means. */
const USUAL_HOURS = 24;

/** A good one is no older than twice the time from one to the next. */
export function backupState({ now, last, plan }: Known): BackupState {
  if (last === null) {
    const why = plan === null ? 'start the service with BACKUP_DIR' : 'the log of the service says why';
    return { isGood: false, words: `None has been made: ${why}` };
  }
  const made = `The last good one was made on ${formatTime(last.begunAt)}, and read back on ${formatTime(last.checkedAt)}`;
  const hours = 2 * (plan?.everyHours ?? USUAL_HOURS);
  if (now.getTime() - last.begunAt.getTime() <= hours * HOUR) {
    return { isGood: true, words: made };
  }
  const mend =
    plan === null ? 'start the service with BACKUP_DIR' : 'the log of the service says why there is no newer one';
  return { isGood: false, words: `${made}. That is more than ${hours} hours ago: ${mend}` };
}

/** Among what a programme needs: without one it can lose everything. */
export function backupStep({ isGood, words }: BackupState): SetUpStep {
  return { id: 'backups', text: 'Backups', isDone: isGood, state: words, href: paths.status() };
}
