import { sql } from 'kysely';
import type { Connection } from '../database/database.ts';

export interface BackupAttempt {
  /** Whether the service made it by itself, or somebody by the command. */
  readonly origin: 'schedule' | 'command';
  readonly begunAt: Date;
  readonly endedAt: Date;
  readonly file: string;
  /** Of the whole file; null where there is no good one. */
  readonly digest: string | null;
  /** What went wrong; empty where nothing did. */
  readonly problem: string;
}

export async function insertBackupAttempt(connection: Connection, attempt: BackupAttempt): Promise<void> {
  await connection
    .insertInto('backup_attempt')
    .values({
      origin: attempt.origin,
      begun_at: attempt.begunAt,
      ended_at: attempt.endedAt,
      file: attempt.file,
      digest: attempt.digest,
      problem: attempt.problem,
    })
    .execute();
}

/** Whether what becomes of backups can be put on record: not in a database that an earlier version left. */
export async function hasTable(connection: Connection, name: 'backup_attempt' | 'backup_trial'): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`
    select to_regclass(${`public.${name}`}) is not null as "isThere"`.execute(connection);
  return rows[0]?.isThere ?? false;
}

export interface ScheduledBackups {
  readonly goodBegunAt: Date | null;
  readonly failedAt: Date | null;
}

/** When the service last began a good backup by itself, and when it last failed to make one since. */
export async function getScheduledBackups(connection: Connection): Promise<ScheduledBackups> {
  const { rows } = await sql<ScheduledBackups>`
    select good.at as "goodBegunAt",
      (select max(failed.ended_at) from backup_attempt as failed
       where failed.origin = 'schedule' and failed.digest is null
         and failed.ended_at > coalesce(good.at, '-infinity')) as "failedAt"
    from (select max(attempt.begun_at) as at from backup_attempt as attempt
          where attempt.origin = 'schedule' and attempt.digest is not null) as good`.execute(connection);
  return rows[0] ?? { goodBegunAt: null, failedAt: null };
}

/** True for one process at a time, as long as its connection lasts: so one of several makes the backup. */
export async function lockBackups(connection: Connection): Promise<boolean> {
  const { rows } = await sql<{ isOurs: boolean }>`
    select pg_try_advisory_lock(hashtext('backup of this database')) as "isOurs"`.execute(connection);
  return rows[0]?.isOurs ?? false;
}

export interface BackupTrial {
  /** Of the whole file. */
  readonly digest: string;
  readonly triedAt: Date;
  /** What went wrong; empty where nothing did. */
  readonly problem: string;
}

/** Whether a backup with this digest was made of this database. */
export async function isBackupOfThis(connection: Connection, digest: string): Promise<boolean> {
  const row = await connection
    .selectFrom('backup_attempt')
    .select('digest')
    .where('digest', '=', digest)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertBackupTrial(
  connection: Connection,
  { digest, triedAt, problem }: BackupTrial,
): Promise<void> {
  await connection.insertInto('backup_trial').values({ digest, tried_at: triedAt, problem }).execute();
}

export interface TriedBackup extends Pick<BackupTrial, 'triedAt' | 'problem'> {
  /** The moment whose state the backup holds. */
  readonly begunAt: Date;
}

/** The last that was tried by restoring it; null where none was. */
export async function findLastTriedBackup(connection: Connection): Promise<TriedBackup | null> {
  const row = await connection
    .selectFrom('backup_trial as trial')
    .innerJoin('backup_attempt as attempt', 'attempt.digest', 'trial.digest')
    .select(['attempt.begun_at as begunAt', 'trial.tried_at as triedAt', 'trial.problem'])
    .orderBy('trial.tried_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export interface GoodBackup {
  /** The moment whose state it holds. */
  readonly begunAt: Date;
  /** When it had been read back, with every digest compared. */
  readonly checkedAt: Date;
}

/** The last good one, whoever made it; null where there is none. */
export async function findLastGoodBackup(connection: Connection): Promise<GoodBackup | null> {
  const row = await connection
    .selectFrom('backup_attempt')
    .select(['begun_at as begunAt', 'ended_at as checkedAt'])
    .where('digest', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
