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
  /** The last that was tried by restoring it into an empty database, with what went wrong; null where none was. */
  readonly tried: { readonly begunAt: Date; readonly triedAt: Date; readonly problem: string } | null;
  /** Null where the service makes none by itself. */
  readonly plan: { readonly everyHours: number } | null;
}

const HOUR = 3_600_000;
/** What is expected of whoever makes them by other means. */
const USUAL_HOURS = 24;

/** A good one is no older than twice the time from one to the next; where the last that was tried failed, nobody can trust any. */
export function backupState(known: Known): BackupState {
  const { now, last, tried, plan } = known;
  if (last === null) {
    const why =
      plan === null
        ? 'start the service with BACKUP_DIR, or give the command ldr backup'
        : 'the log of the service says why';
    return { isGood: false, words: `None has been made: ${why}` };
  }
  const made = `The last good one was made on ${formatTime(last.begunAt)}, and read back on ${formatTime(last.checkedAt)}`;
  const hours = 2 * (plan?.everyHours ?? USUAL_HOURS);
  const isNew = now.getTime() - last.begunAt.getTime() <= hours * HOUR;
  const mend =
    plan === null ? 'start the service with BACKUP_DIR' : 'the log of the service says why there is no newer one';
  const old = isNew ? [] : [`That is more than ${hours} hours ago: ${mend}`];
  return {
    isGood: isNew && (tried?.problem ?? '') === '',
    words: [made, ...old, trialInWords(tried, last)].join('. '),
  };
}

function trialInWords(tried: Known['tried'], last: NonNullable<Known['last']>): string {
  if (tried === null) {
    return 'None has been tried by restoring it: the command ldr backup try does that';
  }
  const { begunAt, triedAt, problem } = tried;
  const which = begunAt.getTime() === last.begunAt.getTime() ? 'It' : `The one of ${formatTime(begunAt)}`;
  return problem === ''
    ? `${which} was tried on ${formatTime(triedAt)}, and restored whole`
    : `${which} could not be restored when it was tried on ${formatTime(triedAt)}: ${problem}`;
}

/** Among what a programme needs: without one it can lose everything. */
export function backupStep({ isGood, words }: BackupState): SetUpStep {
  return { id: 'backups', text: 'Backups', isDone: isGood, state: words, href: paths.status() };
}
