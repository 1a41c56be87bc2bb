import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { shownOn } from '../sql-fragments.ts';
import type { BoardResult } from './board-figures.ts';

/** The results that were out on the day of boards that there are on it, of the release that was published last. */
export async function listBoardResults(connection: Connection, asAt: string): Promise<BoardResult[]> {
  const { rows } = await sql<BoardResult>`
    with shown as ${shownOn(asAt)}
    select shown.source_id as "sourceId", source.title, source.publisher, shown.measures, board.area_id as "areaId", result.year,
      result.scores::text[] as scores
    from (select * from shown order by published_on desc, series limit 1) as shown
    join source on source.source_id = shown.source_id
    join official_result as result on result.series = shown.series and result.version = shown.version
    join area_record as board on board.kind = 'icb' and board.code = result.code and board.valid @> ${asAt}::date
    order by board.area_id, result.year desc`.execute(connection);
  return rows;
}
