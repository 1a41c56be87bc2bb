import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../clock.ts';
import type { BackupPlan } from '../config.ts';
import { type Connection, type Database, openDatabase, openPool } from '../database/database.ts';
import { type RepeatedWork, repeatWork } from '../jobs/repeat-work.ts';
import type { Logger } from '../logging.ts';
import { getScheduledBackups, insertBackupAttempt, lockBackups } from './backup-attempt-repository.ts';
import type { BackupHeader } from './backup-format.ts';
import { isBackupDue, leftUnfinished, scheduledName, surplusBackups } from './backup-schedule.ts';
import { writeBackup } from './write-backup.ts';

export interface BackupSchedule extends Pick<BackupHeader, 'software' | 'about'> {
  readonly plan: BackupPlan;
  /** The pool of the service, to look whether one is due. */
  readonly database: Database;
  /** For a connection of its own: a backup takes longer than a page may. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Logger;
}

const LOOKING = { name: 'making backups', pauseMilliseconds: 60_000 };

/** Makes a backup whenever one is due, as long as the service runs. Several processes may do so: one of them makes it. */
export function scheduleBackups(schedule: BackupSchedule): RepeatedWork {
  const stopping = new AbortController();
  const work = repeatWork(schedule.log, LOOKING, () => makeScheduledBackup(schedule, stopping.signal));
  return {
    stop: async () => {
      stopping.abort(new Error('the service stops'));
      await work.stop();
    },
  };
}

/** Makes one if it is due and no other process is at it. One that was stopped in the middle leaves nothing, and is due again. */
export async function makeScheduledBackup(schedule: BackupSchedule, signal?: AbortSignal): Promise<void> {
  const isDue = async (connection: Connection) =>
    isBackupDue(schedule.clock(), await getScheduledBackups(connection), schedule.plan);
  if (!(await isDue(schedule.database))) {
    return;
  }
  const database = openDatabase(openPool(schedule.url, 1));
  try {
    // One connection, never given back: the lock lasts until it is closed, or its process is killed.
    await database.connection().execute(async (keeper) => {
      if ((await lockBackups(keeper)) && (await isDue(keeper))) {
        await makeBackup(schedule, keeper, signal);
      }
    });
  } finally {
    await database.destroy();
  }
}

async function makeBackup(schedule: BackupSchedule, keeper: Connection, signal?: AbortSignal): Promise<void> {
  const { plan, url, clock, log, software, about } = schedule;
  const begunAt = clock();
  const name = scheduledName(begunAt);
  const attempt = { origin: 'schedule', begunAt, file: name } as const;
  try {
    await requireFolder(plan.folder);
    await remove(plan.folder, leftUnfinished);
    const file = path.join(plan.folder, name);
    const order = { url, file, at: begunAt, software, about };
    const { whole } = await writeBackup(signal === undefined ? order : { ...order, signal });
    await insertBackupAttempt(keeper, { ...attempt, endedAt: clock(), digest: whole.digest, problem: '' });
    // Only now: whatever went wrong before, the older ones are there.
    const removed = await remove(plan.folder, (names) => surplusBackups(names, plan.keep));
    log.info({ file, rows: whole.rows, removed }, 'a backup was made and read back');
  } catch (error) {
    if (signal?.aborted === true) {
      return;
    }
    log.error({ err: error, file: name }, 'a backup was not made');
    const problem = error instanceof Error ? error.message : String(error);
    await insertBackupAttempt(keeper, { ...attempt, endedAt: clock(), digest: null, problem });
  }
}

/** A folder that is not there is not made: where a disk is not mounted, the backups would lie beside the database. */
async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new Error(`BACKUP_DIR: there is no folder ${folder}`);
  }
}

async function remove(folder: string, choose: (names: string[]) => string[]): Promise<string[]> {
  const names = choose(await readdir(folder));
  for (const name of names) {
    await rm(path.join(folder, name), { force: true });
  }
  return names;
}
