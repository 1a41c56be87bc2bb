import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { MembershipRole } from '../programme/index.ts';
import type { AreaRef, OrganisationRef } from './directory.ts';

/* What footprints have been and are going to be, whatever the day: what must be known before one begins or changes. */

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

/** An organisation's place in a footprint with its days, half-open; null is without end. */
export interface FootprintMembership {
  readonly organisationId: string;
  readonly role: MembershipRole;
  readonly from: string | null;
  readonly to: string | null;
}

/** Every membership of a footprint, past and to come. */
export async function listFootprintMemberships(connection: Connection, areaId: string): Promise<FootprintMembership[]> {
  const result = await sql<FootprintMembership>`
    select membership.organisation_id as "organisationId", membership.role,
           lower(membership.valid)::text as "from", upper(membership.valid)::text as "to"
    from membership where membership.area_id = ${areaId}
    order by membership.membership_id`.execute(connection);
  return result.rows;
}

export interface MembershipElsewhere {
  readonly organisationId: string;
  readonly role: MembershipRole;
  readonly footprintId: string;
  readonly footprintName: string;
}

/**
 * Memberships of these organisations that hold on the day or begin after it, in footprints other than this one, its parts and
 * what it is a part of: a sub-footprint shares its members with the whole. `own.areaId` is null for a footprint that is new.
 */
export async function listMembershipsElsewhere(
  connection: Connection,
  organisationIds: readonly string[],
  own: { readonly areaId: string | null; readonly parentId: string | null },
  from: string,
): Promise<MembershipElsewhere[]> {
  const result = await sql<MembershipElsewhere>`
    select distinct membership.organisation_id as "organisationId", membership.role, area.area_id as "footprintId",
           area.name as "footprintName"
    from membership
    join area_record as area
      on area.area_id = membership.area_id and area.kind = 'footprint' and area.valid && membership.valid
    where membership.organisation_id = any(${organisationIds}::text[])
      and membership.area_id is distinct from ${own.areaId} and membership.area_id is distinct from ${own.parentId}
      and membership.valid && daterange(${from}::date, null) and area.valid && daterange(${from}::date, null)
      and not exists (
        select from area_link
        where area_link.valid && daterange(${from}::date, null)
          and ((area_link.child_area_id = membership.area_id and area_link.parent_area_id = ${own.areaId})
            or (area_link.parent_area_id = membership.area_id and area_link.child_area_id = ${own.areaId}))
      )
    order by area.name`.execute(connection);
  return result.rows;
}

/** Those of the organisations that exist on the day, as they are called then. */
export async function listOrganisationsOn(
  connection: Connection,
  organisationIds: readonly string[],
  asAt: string,
): Promise<OrganisationRef[]> {
  const result = await sql<OrganisationRef>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId"
    from organisation_record as organisation
    where organisation.organisation_id = any(${organisationIds}::text[]) and organisation.valid @> ${asAt}::date`.execute(
    connection,
  );
  return result.rows;
}

/** A footprint from its first day to its last, whatever the day asked about. */
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
export function listFootprintLives(connection: Connection): Promise<FootprintLife[]> {
  return readLives(connection, sql`true`);
}

/** The footprint with this id, or whose address is this slug now; null where none is or was. */
export async function findFootprintLife(
  connection: Connection,
  which: { readonly areaId: string } | { readonly slug: string },
): Promise<FootprintLife | null> {
  if ('areaId' in which) {
    return (await readLives(connection, sql`area_record.area_id = ${which.areaId}`))[0] ?? null;
  }
  const everHad = sql`area_record.area_id in (select any_day.area_id from area_record as any_day where any_day.slug = ${which.slug})`;
  return (await readLives(connection, everHad)).find(({ slug }) => slug === which.slug) ?? null;
}

async function readLives(connection: Connection, wanted: RawBuilder<unknown>): Promise<FootprintLife[]> {
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
            cross join lateral area_latest(succession_in_force.successor_id) as successor
            where succession_in_force.subject = 'area' and succession_in_force.predecessor_id = area.area_id
              and succession_in_force.successor_id <> area.area_id order by 1) as successors,
      coalesce(lies_in.region_ids, '{}') as "regionIds",
      array(select distinct membership.organisation_id from membership where membership.area_id = area.area_id) as "memberIds"
    from life cross join lateral area_latest(life.area_id) as area
    left join lies_in on lies_in.area_id = life.area_id
    order by area.name`.execute(connection);
  return result.rows;
}
