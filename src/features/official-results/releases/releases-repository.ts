import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { ReleaseDetails } from '../../directory-import/index.ts';
import type { ReleaseRows } from '../official-results.ts';

/** What the version before a release says; null where there is none. */
export async function findEarlierContent(
  connection: Connection,
  { series, version }: Pick<ReleaseDetails, 'series' | 'version'>,
): Promise<ReleaseRows | null> {
  const { rows } = await sql<ReleaseRows>`
    select release.measures,
      (select jsonb_agg(jsonb_build_object('code', nullif(result.code, ''), 'name', result.name, 'careSetting', result.care_setting,
          'year', result.year, 'scores', to_jsonb(result.scores::text[]), 'note', result.note) order by result.position)
       from official_result as result where result.series = release.series and result.version = release.version) as rows
    from result_release as release where release.series = ${series} and release.version < ${version}
    order by release.version desc limit 1`.execute(connection);
  return rows[0] ?? null;
}

/** A release as those who bring them in see it. */
export interface ReleaseOnRecord extends ReleaseDetails {
  readonly rowCount: number;
  readonly recordedAt: Date;
  /** Null for what comes with the service or came by its command line. */
  readonly recordedByName: string | null;
  readonly withdrawn: { readonly on: string; readonly reason: string } | null;
}

/** Every release on record: by series, the newest version first. */
export async function listReleasesOnRecord(connection: Connection): Promise<ReleaseOnRecord[]> {
  const { rows } = await sql<ReleaseOnRecord>`
    select release.series, release.version, source.title, source.publisher, release.published_on::text as "publishedOn", source.url,
      source.licence, release.standing, source.note, release.recorded_at as "recordedAt",
      (select count(*)::integer from official_result as result
       where result.series = release.series and result.version = release.version) as "rowCount",
      (select person.name from import_upload as upload left join person on person.id = upload.decided_by
       where upload.layout = 'official-results' and upload.state = 'imported' and upload.details ->> 'series' = release.series
         and (upload.details ->> 'version')::integer = release.version limit 1) as "recordedByName",
      (select jsonb_build_object('on', withdrawal.withdrawn_on, 'reason', withdrawal.reason) from result_withdrawal as withdrawal
       where withdrawal.series = release.series and withdrawal.version = release.version) as withdrawn
    from result_release as release join source on source.source_id = release.source_id
    order by release.series, release.version desc`.execute(connection);
  return rows;
}

export interface NewWithdrawal {
  readonly series: string;
  readonly version: number;
  readonly withdrawnOn: string;
  readonly reason: string;
  readonly personId: string;
  readonly at: Date;
}

/** Notes that a release was taken back; false where that is noted already. */
export async function insertWithdrawal(connection: Connection, withdrawal: NewWithdrawal): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto('result_withdrawal')
    .values({
      series: withdrawal.series,
      version: withdrawal.version,
      withdrawn_on: withdrawal.withdrawnOn,
      reason: withdrawal.reason,
      recorded_by: withdrawal.personId,
      recorded_at: withdrawal.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
