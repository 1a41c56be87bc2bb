import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { ListedRelease, ListedResult, ResultsSpread } from './results-list.ts';
import { pageOfCode, shownOn } from './sql-fragments.ts';

/** Every release, whenever it was published. */
export async function listListedReleases(connection: Connection): Promise<ListedRelease[]> {
  const result = await sql<ListedRelease>`
    select release.series, release.version, release.source_id as "sourceId", source.title, source.publisher,
      release.published_on::text as "publishedOn", source.note as about, release.measures,
      (select jsonb_build_object('on', withdrawal.withdrawn_on, 'reason', withdrawal.reason) from result_withdrawal as withdrawal
       where withdrawal.series = release.series and withdrawal.version = release.version) as withdrawn,
      (select coalesce(jsonb_agg(jsonb_build_object('careSetting', part.care_setting, 'year', part.year)
          order by part.care_setting, part.year desc), '[]'::jsonb)
       from (select distinct result.care_setting, result.year from official_result as result
             where result.series = release.series and result.version = release.version) as part) as groups
    from result_release as release join source on source.source_id = release.source_id
    order by release.series, release.version`.execute(connection);
  return result.rows;
}

/** Whether anything was published by the day and not withdrawn. */
export async function hasOfficialResults(connection: Connection, asAt: string): Promise<boolean> {
  const result = await sql`select from ${shownOn(asAt)} as shown limit 1`.execute(connection);
  return result.rows.length > 0;
}

/** How many organisations there are, on a day, of whom something was published by then. */
export async function countWithOfficialResults(connection: Connection, asAt: string): Promise<number> {
  const result = await sql<{ count: number }>`
    with shown as ${shownOn(asAt)}
    select count(distinct record.organisation_id)::integer as count
    from shown join official_result as result on result.series = shown.series and result.version = shown.version
    join organisation_record as record on record.code = result.code and record.valid @> ${asAt}::date`.execute(
    connection,
  );
  return result.rows[0]?.count ?? 0;
}

interface Part {
  readonly series: string;
  readonly version: number;
  /** Of which care setting and year; null for all. */
  readonly part: { readonly careSetting: string; readonly year: number } | null;
}

/** The rows of a release, or of one care setting and year of it, in the order of the publication. */
export async function listReleaseRows(
  connection: Connection,
  { series, version, part }: Part,
): Promise<ListedResult[]> {
  const result = await sql<ListedResult>`
    select result.code, result.name, result.care_setting as "careSetting", result.year, result.scores::text[] as scores, result.note,
      ${pageOfCode} as page
    from official_result as result
    where result.series = ${series} and result.version = ${version}
      and (${part === null} or result.care_setting = ${part?.careSetting ?? ''} and result.year = ${part?.year ?? 0})
    order by result.position`.execute(connection);
  return result.rows;
}

/** Where the figures of one measure lie in a care setting and year; null where there are none. */
export async function findSpread(
  connection: Connection,
  { series, version }: Pick<ListedRelease, 'series' | 'version'>,
  { careSetting, year, place }: { readonly careSetting: string; readonly year: number; readonly place: number },
): Promise<ResultsSpread | null> {
  const { rows } = await sql<ResultsSpread>`
    select count(*)::integer as n, percentile_cont(0.25) within group (order by score) as q1,
      percentile_cont(0.5) within group (order by score) as median, percentile_cont(0.75) within group (order by score) as q3
    from (select result.scores[${place + 1}]::double precision as score from official_result as result
      where result.series = ${series} and result.version = ${version}
        and result.care_setting = ${careSetting} and result.year = ${year}) as figure
    where score is not null`.execute(connection);
  const [row] = rows;
  return row === undefined || row.n === 0 ? null : row;
}
