import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { ListedRelease, ListedResult } from './results-list.ts';
import { pageOfCode } from './sql-fragments.ts';

/** Every release, whenever it was published. */
export async function listListedReleases(connection: Connection): Promise<ListedRelease[]> {
  const result = await sql<ListedRelease>`
    select release.series, release.version, release.source_id as "sourceId", source.title, source.publisher,
      release.published_on::text as "publishedOn", source.note as about, release.measures,
      (select coalesce(jsonb_agg(jsonb_build_object('careSetting', part.care_setting, 'year', part.year)
          order by part.care_setting, part.year desc), '[]'::jsonb)
       from (select distinct result.care_setting, result.year from official_result as result
             where result.series = release.series and result.version = release.version) as part) as groups
    from result_release as release join source on source.source_id = release.source_id
    order by release.series, release.version`.execute(connection);
  return result.rows;
}

/** Whether anything was published by the day. */
export async function hasOfficialResults(connection: Connection, asAt: string): Promise<boolean> {
  const result =
    await sql`select from result_release as release where release.published_on <= ${asAt}::date limit 1`.execute(
      connection,
    );
  return result.rows.length > 0;
}

/** How many organisations there are, on a day, of whom something was published by then. */
export async function countWithOfficialResults(connection: Connection, asAt: string): Promise<number> {
  const result = await sql<{ count: number }>`
    with shown as (
      select distinct on (release.series) release.series, release.version from result_release as release
      where release.published_on <= ${asAt}::date order by release.series, release.version desc
    )
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
