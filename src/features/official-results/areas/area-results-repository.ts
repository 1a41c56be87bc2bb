import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { codesInside, shownOn } from '../sql-fragments.ts';
import type { AreaResult } from './area-results.ts';

/** The codes of results that were out on the day of organisations in an area, as far as they had not gone elsewhere. */
export async function listCodesInArea(connection: Connection, areaId: string, asAt: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive shown as ${shownOn(asAt)}, ${codesInside(areaId, asAt)}
    select inside.code from inside`.execute(connection);
  return rows.map(({ code }) => code);
}

export interface ResultCounts {
  /** Publications that were out on the day, whoever they are of. */
  readonly publications: number;
  /** Organisations in the area with results in any of them. */
  readonly organisations: number;
}

export async function countResultsInArea(connection: Connection, areaId: string, asAt: string): Promise<ResultCounts> {
  const { rows } = await sql<ResultCounts>`
    with recursive shown as ${shownOn(asAt)}, ${codesInside(areaId, asAt)}
    select (select count(*) from shown)::int as publications, (select count(*) from inside)::int as organisations`.execute(
    connection,
  );
  return rows[0] ?? { publications: 0, organisations: 0 };
}

/** Their results, those of boards left out: by publication and care setting, by name. */
export async function listResultsInArea(connection: Connection, areaId: string, asAt: string): Promise<AreaResult[]> {
  const { rows } = await sql<AreaResult>`
    with recursive shown as ${shownOn(asAt)}, ${codesInside(areaId, asAt)}
    select shown.series, shown.source_id as "sourceId", source.title, source.publisher, shown.published_on::text as "publishedOn",
      shown.measures, result.code, result.name, result.care_setting as "careSetting", result.year, result.scores::text[] as scores,
      (select array_agg(extent.decimals order by extent.position) from (
        select one.position, max(coalesce(scale(one.score), 0)) as decimals
        from official_result as each cross join lateral unnest(each.scores) with ordinality as one (score, position)
        where each.series = shown.series and each.version = shown.version group by 1) as extent) as decimals
    from shown
    join official_result as result on result.series = shown.series and result.version = shown.version
    join source on source.source_id = shown.source_id
    where result.code in (select inside.code from inside)
      and not exists (select from area_record as board where board.kind = 'icb' and board.code = result.code)
    order by shown.published_on desc, shown.series, result.care_setting, result.name, result.code, result.year desc`.execute(
    connection,
  );
  return rows;
}
