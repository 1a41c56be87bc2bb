import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { MeasureChange, MeasureTogether, PictureRelease } from './official-picture.ts';
import { shownOn } from './sql-fragments.ts';

export async function listPictureReleases(connection: Connection, asAt: string): Promise<PictureRelease[]> {
  const result = await sql<PictureRelease>`
    with shown as ${shownOn(asAt)}
    select shown.series, shown.source_id as "sourceId", source.title, source.publisher, shown.published_on::text as "publishedOn",
      source.note as about, shown.measures
    from shown join source on source.source_id = shown.source_id
    order by shown.published_on desc, shown.series`.execute(connection);
  return result.rows;
}

/** What all of a care setting have, measure by measure and year by year; care settings with the most results first. */
export async function listTogether(connection: Connection, asAt: string): Promise<MeasureTogether[]> {
  const result = await sql<MeasureTogether>`
    with shown as ${shownOn(asAt)}, figure as (
      select result.series, result.care_setting, result.year, one.position, one.score
      from shown join official_result as result on result.series = shown.series and result.version = shown.version
      cross join lateral unnest(result.scores) with ordinality as one (score, position)
      where one.score is not null
    ), extent as (
      select figure.series, figure.position, max(scale(figure.score)) as decimals, max(figure.score) as greatest from figure group by 1, 2
    ), spread as (
      select figure.series, figure.care_setting, figure.year, figure.position, count(*)::integer as n,
        percentile_cont(array[0.25, 0.5, 0.75]::double precision[]) within group (order by figure.score) as three
      from figure group by 1, 2, 3, 4
    )
    select spread.series, spread.care_setting as "careSetting", spread.year, (spread.position - 1)::integer as measure, spread.n,
      spread.three[1] as q1, spread.three[2] as median, spread.three[3] as q3, extent.decimals,
      extent.greatest::double precision as greatest
    from spread join extent on extent.series = spread.series and extent.position = spread.position
    order by spread.series, max(spread.n) over (partition by spread.series, spread.care_setting) desc, spread.care_setting,
      spread.position, spread.year desc`.execute(connection);
  return result.rows;
}

/** Of each measure that two years have, the newest and the one before it: how many rose and how many fell. */
export async function listChanges(connection: Connection, asAt: string): Promise<MeasureChange[]> {
  const result = await sql<MeasureChange>`
    with shown as ${shownOn(asAt)}, figure as (
      select result.series, result.code, result.name, result.care_setting, result.year, one.position, one.score,
        lag(one.score) over before as earlier, lag(result.year) over before as since,
        max(result.year) over (partition by result.series, result.care_setting, one.position) as newest
      from shown join official_result as result on result.series = shown.series and result.version = shown.version
      cross join lateral unnest(result.scores) with ordinality as one (score, position)
      where one.score is not null
      window before as (partition by result.series, result.code, result.name, result.care_setting, one.position order by result.year)
    )
    select figure.series, figure.care_setting as "careSetting", (figure.position - 1)::integer as measure,
      figure.since as "from", figure.year as "to", count(*)::integer as n,
      count(*) filter (where figure.score > figure.earlier)::integer as up,
      count(*) filter (where figure.score < figure.earlier)::integer as down
    from figure where figure.year = figure.newest and figure.earlier is not null
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4`.execute(connection);
  return result.rows;
}
