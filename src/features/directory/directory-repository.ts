import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { Area, Footprint, Member, MembershipOf, Organisation, OrganisationRef } from './directory.ts';
import { areaRefJson, areasOfOrganisation, parentsOf, patientsOfOrganisation, sourceJson } from './sql-fragments.ts';

const areaColumns = sql`area.area_id as "areaId", area.kind, area.code, area.name, area.slug, area.standing, area.note,
  lower(area.valid)::text as "validFrom", upper(area.valid)::text as "validTo", ${sourceJson} as source`;

/** Every footprint of the day, by name. */
export async function listFootprints(connection: Connection, asAt: string): Promise<Footprint[]> {
  const result = await sql<Footprint>`
    select ${areaColumns}, ${parentsOf(sql`area.area_id`, 'stp', asAt)} as stps, ${parentsOf(sql`area.area_id`, 'region', asAt)} as regions
    from area_record as area join source on source.source_id = area.source_id
    where area.kind = 'footprint' and area.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return result.rows;
}

/** The footprint of that slug on that day, if there is one. */
export function findFootprint(connection: Connection, slug: string, asAt: string): Promise<Footprint | null> {
  return findFootprintWhere(connection, sql`area.slug = ${slug}`, asAt);
}

/** The footprint of that key on that day, if it is there then. */
export function findFootprintById(connection: Connection, areaId: string, asAt: string): Promise<Footprint | null> {
  return findFootprintWhere(connection, sql`area.area_id = ${areaId}`, asAt);
}

async function findFootprintWhere(
  connection: Connection,
  isIt: RawBuilder<unknown>,
  asAt: string,
): Promise<Footprint | null> {
  const result = await sql<Footprint>`
    select ${areaColumns}, ${parentsOf(sql`area.area_id`, 'stp', asAt)} as stps, ${parentsOf(sql`area.area_id`, 'region', asAt)} as regions
    from area_record as area join source on source.source_id = area.source_id
    where area.kind = 'footprint' and ${isIt} and area.valid @> ${asAt}::date`.execute(connection);
  return result.rows[0] ?? null;
}

export async function findArea(connection: Connection, kind: string, code: string, asAt: string): Promise<Area | null> {
  const result = await sql<Area>`
    select ${areaColumns} from area_record as area join source on source.source_id = area.source_id
    where area.kind = ${kind} and area.code = ${code} and area.valid @> ${asAt}::date`.execute(connection);
  return result.rows[0] ?? null;
}

/** Areas of one kind, by name. */
export async function listAreas(connection: Connection, kind: string, asAt: string): Promise<Area[]> {
  const result = await sql<Area>`
    select ${areaColumns} from area_record as area join source on source.source_id = area.source_id
    where area.kind = ${kind} and area.valid @> ${asAt}::date order by area.name`.execute(connection);
  return result.rows;
}

/** Members of a footprint: leads first, then core, associates and support, each by name. */
export async function listMembers(connection: Connection, areaId: string, asAt: string): Promise<Member[]> {
  const result = await sql<Member>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           organisation.status, membership.role, membership.listed_as as "listedAs", membership.standing,
           membership.note, ${patientsOfOrganisation(asAt)} as "registeredPatients",
           lower(membership.valid)::text as "validFrom", upper(membership.valid)::text as "validTo", ${sourceJson} as source
    from membership
    join organisation_record as organisation
      on organisation.organisation_id = membership.organisation_id and organisation.valid @> ${asAt}::date
    join source on source.source_id = membership.source_id
    where membership.area_id = ${areaId} and membership.valid @> ${asAt}::date
    order by array_position(array['lead', 'core', 'associate', 'support'], membership.role), organisation.name`.execute(
    connection,
  );
  return result.rows;
}

/** The organisation of that code on that day, with its STPs and region. */
export async function findOrganisation(
  connection: Connection,
  code: string,
  asAt: string,
): Promise<Organisation | null> {
  const result = await sql<Organisation>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           organisation.type_standing as "typeStanding", organisation.status, organisation.town, organisation.postcode, organisation.standing,
           organisation.note, ${patientsOfOrganisation(asAt)} as "registeredPatients",
           lower(organisation.valid)::text as "validFrom", upper(organisation.valid)::text as "validTo", ${sourceJson} as source,
           ${areasOfOrganisation('stp', asAt)} as stps, ${areasOfOrganisation('region', asAt)} as regions
    from organisation_record as organisation join source on source.source_id = organisation.source_id
    where organisation.code = ${code} and organisation.valid @> ${asAt}::date`.execute(connection);
  return result.rows[0] ?? null;
}

/** The footprints an organisation belongs to, with its role in each. */
export async function listMembershipsOf(
  connection: Connection,
  organisationId: string,
  asAt: string,
): Promise<MembershipOf[]> {
  const result = await sql<MembershipOf>`
    select ${areaRefJson} as footprint, membership.role, membership.standing, membership.note,
           membership.source_id as "sourceId", lower(membership.valid)::text as "validFrom"
    from membership join area_record as area on area.area_id = membership.area_id and area.valid @> ${asAt}::date
    where membership.organisation_id = ${organisationId} and membership.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return result.rows;
}

export interface AssessedOrganisation extends OrganisationRef {
  readonly regionCode: string | null;
  readonly regionName: string | null;
}

/** Organisations of the given types (those that complete the self-assessment), with their region. */
export async function listOrganisationsOfTypes(
  connection: Connection,
  typeIds: readonly string[],
  asAt: string,
): Promise<AssessedOrganisation[]> {
  const result = await sql<AssessedOrganisation>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           region.code as "regionCode", region.name as "regionName"
    from organisation_record as organisation
    left join lateral (
      select area.code, area.name from organisation_place
      join area_record as area on area.area_id = organisation_place.area_id and area.valid @> ${asAt}::date
      where organisation_place.organisation_id = organisation.organisation_id and area.kind = 'region'
        and organisation_place.valid @> ${asAt}::date
      order by area.code limit 1
    ) region on true
    where organisation.type_id = any(${typeIds}) and organisation.valid @> ${asAt}::date
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}
