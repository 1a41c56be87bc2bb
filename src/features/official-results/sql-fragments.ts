import { sql } from 'kysely';

/** What the code of a result stands for here: an organisation, the area of a board, or nothing (null). */
export const pageOfCode = sql`case
  when exists (select from organisation_record as record where record.code = result.code) then 'organisation'
  when exists (select from area_record as record where record.kind = 'icb' and record.code = result.code) then 'area' end`;
