import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { ReleaseDetails } from './release-details.ts';

/** Adds where a release comes from, as readers are told. */
export async function insertReleaseSource(
  connection: Connection,
  sourceId: string,
  { title, publisher, url, licence, publishedOn, note }: ReleaseDetails,
  isShipped: boolean,
): Promise<void> {
  await sql`
    insert into source (source_id, title, publisher, url, licence, dated_on, note, shipped)
    values (${sourceId}, ${title}, ${publisher}, ${url}, ${licence}, ${publishedOn}, ${note}, ${isShipped})`.execute(
    connection,
  );
}

/** The codes that neither an organisation nor the area of a board has ever had here. */
export async function listUnknownCodes(connection: Connection, codes: readonly string[]): Promise<string[]> {
  const result = await sql<{ code: string }>`
    select named.code from unnest(${codes}::text[]) with ordinality as named (code, position)
    where not exists (select from organisation_record as record where record.code = named.code)
      and not exists (select from area_record as record where record.kind = 'icb' and record.code = named.code)
    order by named.position`.execute(connection);
  return result.rows.map(({ code }) => code);
}
