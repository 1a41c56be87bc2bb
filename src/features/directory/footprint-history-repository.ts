import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { AreaRef } from './directory.ts';

/* What footprints have been and are going to be: what must be known before one begins or changes. */

export interface FootprintKeys {
  readonly areaId: string;
  readonly code: string;
  readonly slug: string;
  readonly name: string;
}

/** Codes, slugs and names that footprints have or ever had. */
export async function listFootprintKeys(connection: Connection): Promise<FootprintKeys[]> {
  return connection
    .selectFrom('area_record')
    .select(['area_record.area_id as areaId', 'area_record.code', 'area_record.slug', 'area_record.name'])
    .where('area_record.kind', '=', 'footprint')
    .execute();
}

/** A footprint from its first day to its last, under its name and address of the day asked about, or nearest to it. */
export interface FootprintLife extends AreaRef {
  readonly from: string | null;
  /** The first day on which it is no more; null while it goes on. */
  readonly endedOn: string | null;
  /** Names of the footprints that came after it. */
  readonly successors: readonly string[];
  readonly regionIds: readonly string[];
  /** Members on any day, for deciding who may read about it. */
  readonly memberIds: readonly string[];
}

/** Every footprint there is or was, by name. */
export function listFootprintLives(connection: Connection, day: string): Promise<FootprintLife[]> {
  return readLives(connection, sql`true`, day);
}

/** The footprint with this id, or whose address is this slug on the day; null where none is or was. */
export async function findFootprintLife(
  connection: Connection,
  which: { readonly areaId: string } | { readonly slug: string },
  day: string,
): Promise<FootprintLife | null> {
  if ('areaId' in which) {
    return (await readLives(connection, sql`area_record.area_id = ${which.areaId}`, day))[0] ?? null;
  }
  const everHad = sql`area_record.area_id in (select any_day.area_id from area_record as any_day where any_day.slug = ${which.slug})`;
  return (await readLives(connection, everHad, day)).find(({ slug }) => slug === which.slug) ?? null;
}

async function readLives(connection: Connection, wanted: RawBuilder<unknown>, day: string): Promise<FootprintLife[]> {
  const result = await sql<FootprintLife>`
    with recursive life as (
      select area_record.area_id, min(lower(area_record.valid)) as from_day,
             case when bool_or(upper_inf(area_record.valid)) then null else max(upper(area_record.valid)) end as ended_on
      from area_record where area_record.kind = 'footprint' and ${wanted} group by area_record.area_id
    ), above (area_id, parent_id) as (
      select area_link.child_area_id, area_link.parent_area_id from area_link
      where area_link.child_area_id in (select life.area_id from life)
      union
      select above.area_id, area_link.parent_area_id from above
      join area_link on area_link.child_area_id = above.parent_id
    ), lies_in as (
      select above.area_id, array_agg(distinct above.parent_id) as region_ids
      from above join area_record as region on region.area_id = above.parent_id and region.kind = 'region'
      group by above.area_id
    )
    select area.area_id as "areaId", area.kind, area.code, area.name, area.slug, life.from_day::text as "from",
      life.ended_on::text as "endedOn",
      array(select distinct successor.name from succession_in_force
            cross join lateral area_on(succession_in_force.successor_id, ${day}::date) as successor
            where succession_in_force.subject = 'area' and succession_in_force.predecessor_id = area.area_id
              and succession_in_force.successor_id <> area.area_id order by 1) as successors,
      coalesce(lies_in.region_ids, '{}') as "regionIds",
      array(select distinct membership.organisation_id from membership where membership.area_id = area.area_id) as "memberIds"
    from life cross join lateral area_on(life.area_id, ${day}::date) as area
    left join lies_in on lies_in.area_id = life.area_id
    order by area.name`.execute(connection);
  return result.rows;
}
