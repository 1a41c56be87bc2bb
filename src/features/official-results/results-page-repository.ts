import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { readPage } from '../../platform/database/statements/read-page.ts';
import type { Page, Slice } from '../../platform/page.ts';
import type { Standing } from '../programme/index.ts';
import type { ListedResult } from './results-list.ts';
import { pageOfCode, shownOn } from './sql-fragments.ts';

/** Which official results are wanted; null for all. Words are those of the publication. */
export interface ResultsListing {
  readonly series: string | null;
  readonly code: string | null;
  readonly careSetting: string | null;
  readonly year: number | null;
}

/** A result with the release that it stands in. */
export interface ReleasedResult extends ListedResult {
  readonly series: string;
  readonly version: number;
  readonly position: number;
  readonly publishedOn: string;
  readonly standing: Standing;
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly measures: readonly string[];
}

/** Official results that were out on the day, by series, in the order of the publication. */
export function listResultsPage(
  connection: Connection,
  { series, code, careSetting, year }: ResultsListing,
  asAt: string,
  slice: Slice,
): Promise<Page<ReleasedResult>> {
  const query = {
    columns: sql`result.series, result.version, result.position, result.code, result.name, result.care_setting as "careSetting",
      result.year, result.scores::text[] as scores, result.note, shown.measures, shown.published_on::text as "publishedOn",
      shown.standing, shown.source_id as "sourceId", source.title, source.publisher, source.url,
      ${pageOfCode} as page`,
    from: sql`${shownOn(asAt)} as shown
      join official_result as result on result.series = shown.series and result.version = shown.version
      join source on source.source_id = shown.source_id`,
    where: sql`(${series}::text is null or result.series = ${series})
      and (${code}::text is null or result.code = upper(${code}::text))
      and (${careSetting}::text is null or result.care_setting = ${careSetting})
      and (${year}::integer is null or result.year = ${year})`,
    order: [sql`result.series`, sql`to_char(result.position, 'FM00000000')`],
    keyOf: (row: ReleasedResult) => [row.series, String(row.position).padStart(8, '0')],
  };
  return readPage(connection, query, slice);
}
