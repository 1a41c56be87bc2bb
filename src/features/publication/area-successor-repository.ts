import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

export interface AreaSuccessor {
  readonly areaId: string;
  readonly name: string;
  readonly slug: string;
  /** Its first day in the place of the other. */
  readonly effectiveOn: string;
}

/** What stands in the place of a footprint that ended; empty while it goes on, be it under another name or with other members; as it is called on the day. */
export async function listAreaSuccessors(
  connection: Connection,
  areaId: string,
  day: string,
): Promise<AreaSuccessor[]> {
  const result = await sql<AreaSuccessor>`
    select area.area_id as "areaId", area.name, area.slug, link.effective_on::text as "effectiveOn"
    from succession_in_force as link cross join lateral area_on(link.successor_id, ${day}::date) as area
    where link.subject = 'area' and link.predecessor_id = ${areaId}
      and not exists (select from succession_in_force as own
                      where own.succession_event_id = link.succession_event_id and own.successor_id = ${areaId})
    order by link.effective_on, area.name`.execute(connection);
  return result.rows;
}
