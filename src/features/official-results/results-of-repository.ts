import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { FoundResult, ResultsSubject } from './found-result.ts';
import { shownOn } from './sql-fragments.ts';

/**
 * The official results of an organisation or board that were out on the day, each release in its version of the day: its own, and
 * those of whoever it took over from and who is gone. A code belongs to whoever bore it last by the day of publication.
 */
export async function listResultsOf(connection: Connection, of: ResultsSubject, asAt: string): Promise<FoundResult[]> {
  const result = await sql<FoundResult>`
    with recursive shown as ${shownOn(asAt)}, line (code, since) as (
      select ${of.code}::text, ${asAt}::date where exists (select from shown)
      union
      select ${codeIn(of, 'link.predecessor_id')}, link.effective_on
      from line join succession_in_force as link on link.subject = ${of.subject}
        and ${codeIn(of, 'link.successor_id')} = line.code and link.effective_on <= line.since
      where link.predecessor_id <> link.successor_id
    ), found as (
      select result.*, shown.measures, shown.source_id, shown.published_on, shown.standing, result.code = ${of.code} as is_own
      from shown join official_result as result on result.series = shown.series and result.version = shown.version
      where result.code in (select line.code from line)
        and case when result.code = ${of.code} then ${bearsCode(of)} else ${isGone(of, asAt)} end
    ), spread as (
      select result.series, result.version, result.care_setting, result.year, one.position, count(*)::integer as n,
        percentile_cont(array[0.25, 0.5, 0.75]::double precision[]) within group (order by one.score) as three
      from official_result as result
      cross join lateral unnest(result.scores) with ordinality as one (score, position)
      where (result.series, result.version, result.care_setting, result.year) in
          (select found.series, found.version, found.care_setting, found.year from found)
        and one.score is not null
      group by 1, 2, 3, 4, 5
    ), extent as (
      select result.series, result.version, one.position, max(one.score)::double precision as greatest, max(scale(one.score)) as decimals
      from official_result as result
      cross join lateral unnest(result.scores) with ordinality as one (score, position)
      where (result.series, result.version) in (select found.series, found.version from found)
      group by 1, 2, 3
    )
    select found.series, found.version, found.source_id as "sourceId", source.title, source.publisher,
      found.published_on::text as "publishedOn", found.standing, source.note as about, found.measures,
      (select array_agg(coalesce(extent.greatest, 0) order by extent.position) from extent
       where extent.series = found.series and extent.version = found.version) as greatest,
      (select array_agg(coalesce(extent.decimals, 0) order by extent.position) from extent
       where extent.series = found.series and extent.version = found.version) as decimals,
      found.is_own as "isOwn", found.code, found.name, found.care_setting as "careSetting", found.year,
      found.scores::text[] as scores, found.note,
      (select jsonb_agg(case when spread.n is null then null else jsonb_build_object('n', spread.n, 'q1', spread.three[1],
          'median', spread.three[2], 'q3', spread.three[3]) end order by place.position)
       from generate_series(1, cardinality(found.measures)) as place (position)
       left join spread on spread.series = found.series and spread.version = found.version and spread.care_setting = found.care_setting
         and spread.year = found.year and spread.position = place.position) as spreads
    from found join source on source.source_id = found.source_id
    order by found.published_on desc, found.series, not found.is_own, found.name, found.care_setting, found.year`.execute(
    connection,
  );
  return result.rows;
}

/** A link names an organisation by its code, an area by its kind and code. */
function codeIn({ subject }: ResultsSubject, column: string): RawBuilder<unknown> {
  return subject === 'organisation' ? sql.ref(column) : sql`split_part(${sql.ref(column)}, ':', 2)`;
}

/** Whether the organisation is the one that had its code last by the day of publication. */
function bearsCode(of: ResultsSubject): RawBuilder<unknown> {
  return of.subject === 'area'
    ? sql`true`
    : sql`${of.organisationId} = (
        select record.organisation_id from organisation_record as record
        where record.code = result.code and coalesce(lower(record.valid), date '0001-01-01') <= shown.published_on
        order by lower(record.valid) desc nulls last limit 1)`;
}

/** Whoever is still there shows its results itself. */
function isGone({ subject }: ResultsSubject, asAt: string): RawBuilder<unknown> {
  const records = subject === 'organisation' ? 'organisation_record' : 'area_record';
  return sql`not exists (
    select from ${sql.table(records)} as record where record.code = result.code and record.valid @> ${asAt}::date)`;
}
