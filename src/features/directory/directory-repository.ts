import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { Area, AreaRef, Footprint, Member, MembershipOf, Organisation, OrganisationRef } from './directory.ts';

/** Columns of an area as `AreaRef`, for joining into JSON. */
const areaRefJson = sql`jsonb_build_object('areaId', area.area_id, 'kind', area.kind, 'code', area.code, 'name', area.name, 'slug', area.slug)`;

const sourceJson = sql`jsonb_build_object('sourceId', source.source_id, 'title', source.title, 'publisher', source.publisher, 'url', source.url)`;

/** Areas a child area lies in, followed up to regions, of one kind. */
function parentsOf(child: RawBuilder<unknown>, kind: string, asAt: string): RawBuilder<unknown> {
  return sql`coalesce((
    with recursive above (area_id) as (
      select area_link.parent_area_id from area_link where area_link.child_area_id = ${child} and area_link.valid @> ${asAt}::date
      union
      select area_link.parent_area_id from area_link
      join above on above.area_id = area_link.child_area_id where area_link.valid @> ${asAt}::date
    )
    select jsonb_agg(${areaRefJson} order by area.name) from above
    join area on area.area_id = above.area_id and area.kind = ${kind}
  ), '[]'::jsonb)`;
}

/** The STPs or regions an organisation is in. */
function areasOfOrganisation(kind: string, asAt: string): RawBuilder<unknown> {
  return sql`coalesce((
    select jsonb_agg(${areaRefJson} order by area.name) from organisation_area
    join area on area.area_id = organisation_area.area_id and area.kind = ${kind}
    where organisation_area.organisation_id = organisation.organisation_id and organisation_area.valid @> ${asAt}::date
  ), '[]'::jsonb)`;
}

const areaColumns = sql`area.area_id as "areaId", area.kind, area.code, area.name, area.slug, area.standing, area.note,
  lower(area.valid)::text as "validFrom", upper(area.valid)::text as "validTo", ${sourceJson} as source`;

/** Every footprint of the day, by name. */
export async function listFootprints(connection: Connection, asAt: string): Promise<Footprint[]> {
  const result = await sql<Footprint>`
    select ${areaColumns}, ${parentsOf(sql`area.area_id`, 'stp', asAt)} as stps, ${parentsOf(sql`area.area_id`, 'region', asAt)} as regions
    from area join source on source.source_id = area.source_id
    where area.kind = 'footprint' and area.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return result.rows;
}

/** The footprint of that slug on that day, if there is one. */
export async function findFootprint(connection: Connection, slug: string, asAt: string): Promise<Footprint | null> {
  const result = await sql<Footprint>`
    select ${areaColumns}, ${parentsOf(sql`area.area_id`, 'stp', asAt)} as stps, ${parentsOf(sql`area.area_id`, 'region', asAt)} as regions
    from area join source on source.source_id = area.source_id
    where area.kind = 'footprint' and area.slug = ${slug} and area.valid @> ${asAt}::date`.execute(connection);
  return result.rows[0] ?? null;
}

export async function findArea(connection: Connection, kind: string, code: string, asAt: string): Promise<Area | null> {
  const result = await sql<Area>`
    select ${areaColumns} from area join source on source.source_id = area.source_id
    where area.kind = ${kind} and area.code = ${code} and area.valid @> ${asAt}::date`.execute(connection);
  return result.rows[0] ?? null;
}

/** Areas of one kind, by name. */
export async function listAreas(connection: Connection, kind: string, asAt: string): Promise<Area[]> {
  const result = await sql<Area>`
    select ${areaColumns} from area join source on source.source_id = area.source_id
    where area.kind = ${kind} and area.valid @> ${asAt}::date order by area.name`.execute(connection);
  return result.rows;
}

/** Members of a footprint: leads first, then core, associates and support, each by name. */
export async function listMembers(connection: Connection, areaId: string, asAt: string): Promise<Member[]> {
  const result = await sql<Member>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           membership.role, membership.listed_as as "listedAs", membership.standing,
           lower(membership.valid)::text as "validFrom", upper(membership.valid)::text as "validTo", ${sourceJson} as source
    from membership
    join organisation on organisation.organisation_id = membership.organisation_id
    join source on source.source_id = membership.source_id
    where membership.area_id = ${areaId} and membership.valid @> ${asAt}::date
    order by array_position(array['lead', 'core', 'associate', 'support'], membership.role), organisation.name`.execute(connection);
  return result.rows;
}

/** The organisation of that code on that day, with its STPs and region. */
export async function findOrganisation(connection: Connection, code: string, asAt: string): Promise<Organisation | null> {
  const result = await sql<Organisation>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           organisation.type_standing as "typeStanding", organisation.town, organisation.postcode, organisation.standing,
           lower(organisation.valid)::text as "validFrom", upper(organisation.valid)::text as "validTo", ${sourceJson} as source,
           ${areasOfOrganisation('stp', asAt)} as stps, ${areasOfOrganisation('region', asAt)} as regions
    from organisation join source on source.source_id = organisation.source_id
    where organisation.code = ${code} and organisation.valid @> ${asAt}::date`.execute(connection);
  return result.rows[0] ?? null;
}

export interface OrganisationFilter {
  readonly asAt: string;
  /** Matches names and codes; empty for all. */
  readonly search: string;
  /** Type ids; empty for all. */
  readonly typeIds: readonly string[];
  /** Region code; empty for all. */
  readonly regionCode: string;
  readonly limit: number;
  readonly offset: number;
}

export interface OrganisationRow extends OrganisationRef {
  readonly regions: readonly AreaRef[];
  readonly stps: readonly AreaRef[];
  readonly total: number;
}

/** One page of organisations by name, each row carrying the total of the whole list. */
export async function listOrganisations(connection: Connection, filter: OrganisationFilter): Promise<OrganisationRow[]> {
  const pattern = `%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const result = await sql<OrganisationRow>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           ${areasOfOrganisation('region', filter.asAt)} as regions, ${areasOfOrganisation('stp', filter.asAt)} as stps,
           count(*) over () as total
    from organisation
    where organisation.valid @> ${filter.asAt}::date
      and (${filter.search} = '' or organisation.name ilike ${pattern} or organisation.code ilike ${pattern})
      and (cardinality(${filter.typeIds}::text[]) = 0 or organisation.type_id = any(${filter.typeIds}))
      and (${filter.regionCode} = '' or exists (
        select from organisation_area join area on area.area_id = organisation_area.area_id
        where organisation_area.organisation_id = organisation.organisation_id
          and area.kind = 'region' and area.code = ${filter.regionCode} and organisation_area.valid @> ${filter.asAt}::date))
    order by lower(organisation.code) = lower(${filter.search}) desc, organisation.name, organisation.organisation_id
    limit ${filter.limit} offset ${filter.offset}`.execute(connection);
  return result.rows;
}

/** The footprints an organisation belongs to, with its role in each. */
export async function listMembershipsOf(connection: Connection, organisationId: string, asAt: string): Promise<MembershipOf[]> {
  const result = await sql<MembershipOf>`
    select ${areaRefJson} as footprint, membership.role, membership.standing, lower(membership.valid)::text as "validFrom"
    from membership join area on area.area_id = membership.area_id
    where membership.organisation_id = ${organisationId} and membership.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return result.rows;
}

/** Registered patients of the CCGs among a footprint's members; null where none of them has a figure. */
export async function populationOfFootprint(connection: Connection, areaId: string, asAt: string): Promise<number | null> {
  const result = await sql<{ total: number | null }>`
    select sum(organisation_measure.value) as total
    from membership
    join organisation_measure on organisation_measure.organisation_id = membership.organisation_id
      and organisation_measure.measure = 'registered_patients'
    where membership.area_id = ${areaId} and membership.role in ('lead', 'core') and membership.valid @> ${asAt}::date`.execute(connection);
  return result.rows[0]?.total ?? null;
}

export interface Placement {
  readonly footprintIds: readonly string[];
  readonly regionIds: readonly string[];
}

/** Where an organisation lies, as the ids that permission is decided by: its footprints, and its regions. */
export async function placementOf(connection: Connection, organisationId: string, asAt: string): Promise<Placement> {
  const result = await sql<Placement>`
    select
      array(select membership.area_id from membership
            where membership.organisation_id = ${organisationId} and membership.valid @> ${asAt}::date) as "footprintIds",
      array(select organisation_area.area_id from organisation_area join area on area.area_id = organisation_area.area_id
            where organisation_area.organisation_id = ${organisationId} and area.kind = 'region'
              and organisation_area.valid @> ${asAt}::date) as "regionIds"`.execute(connection);
  return result.rows[0] ?? { footprintIds: [], regionIds: [] };
}

export interface AssessedOrganisation extends OrganisationRef {
  readonly regionCode: string | null;
  readonly regionName: string | null;
}

/** Organisations of the given types (those that complete the self-assessment), with their region. */
export async function listOrganisationsOfTypes(connection: Connection, typeIds: readonly string[], asAt: string): Promise<AssessedOrganisation[]> {
  const result = await sql<AssessedOrganisation>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           region.code as "regionCode", region.name as "regionName"
    from organisation
    left join lateral (
      select area.code, area.name from organisation_area join area on area.area_id = organisation_area.area_id
      where organisation_area.organisation_id = organisation.organisation_id and area.kind = 'region'
        and organisation_area.valid @> ${asAt}::date
      order by area.code limit 1
    ) region on true
    where organisation.type_id = any(${typeIds}) and organisation.valid @> ${asAt}::date
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}
