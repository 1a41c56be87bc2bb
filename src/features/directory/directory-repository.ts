import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { unplannedDay } from '../../platform/database/statements/prepared-statements.ts';
import type { Area, Footprint, Member, Organisation, OrganisationRef } from './directory.ts';
import { planningKindOn, planningKinds } from './planning-area.ts';
import { areaRefJson, areasOfOrganisation, patientsOfOrganisation, sourceJson } from './sql-fragments.ts';

const areaColumns = sql`area.area_id as "areaId", area.kind, area.code, area.name, area.slug, area.standing, area.note,
  lower(area.valid)::text as "validFrom", upper(area.valid)::text as "validTo", ${sourceJson} as source`;

/** Every footprint of the day, by name. */
export function listFootprints(connection: Connection, asAt: string): Promise<Footprint[]> {
  return queryFootprints(connection, footprintsOn(sql`${asAt}::date`, sql`true`));
}

/** The footprint of that slug on that day, if there is one. */
export async function findFootprint(connection: Connection, slug: string, asAt: string): Promise<Footprint | null> {
  const [found = null] = await queryFootprints(connection, footprintsOn(sql`${asAt}::date`, sql`area.slug = ${slug}`));
  return found;
}

async function queryFootprints(connection: Connection, footprints: RawBuilder<Footprint>): Promise<Footprint[]> {
  const { rows } = await footprints.execute(connection);
  return rows;
}

/** What they lie in is followed upwards once for all of them: asked for by each footprint it was half of the time of their list. */
export function footprintsOn(day: RawBuilder<unknown>, isAsked: RawBuilder<unknown>): RawBuilder<Footprint> {
  const parents = (kinds: readonly string[]) =>
    sql`coalesce(jsonb_agg(${areaRefJson} order by area.name) filter (where area.kind = any(${kinds}::text[])), '[]'::jsonb)`;
  return sql<Footprint>`
    with recursive footprint as (
      select area.* from area_record as area
      where area.kind = 'footprint' and ${isAsked} and area.valid @> ${day}
    ), above (footprint_id, area_id) as (
      select footprint.area_id, area_link.parent_area_id
      from footprint join area_link on area_link.child_area_id = footprint.area_id and area_link.valid @> ${day}
      union
      select above.footprint_id, area_link.parent_area_id
      from above join area_link on area_link.child_area_id = above.area_id and area_link.valid @> ${day}
    ), parent as (
      select above.footprint_id, ${parents(planningKinds)} as stps, ${parents(['region'])} as regions
      from above join area_record as area on area.area_id = above.area_id and area.valid @> ${day}
      group by above.footprint_id
    )
    select ${areaColumns}, coalesce(parent.stps, '[]'::jsonb) as stps, coalesce(parent.regions, '[]'::jsonb) as regions
    from footprint as area
    join source on source.source_id = area.source_id
    left join parent on parent.footprint_id = area.area_id
    order by area.name`;
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
    select member.* from (${membersOn(sql`${asAt}::date`, sql`${areaId}`)}) as member order by ${memberOrder}`.execute(
    connection,
  );
  return result.rows;
}

/** The order of the members of a footprint, by their columns. */
export const memberOrder = sql`array_position(array['lead', 'core', 'associate', 'support'], member.role), member.name`;

/** The members of one footprint on a day, in no order. */
export function membersOn(day: RawBuilder<unknown>, areaId: RawBuilder<unknown>): RawBuilder<Member> {
  return sql<Member>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           organisation.status, membership.role, membership.listed_as as "listedAs", membership.standing,
           membership.note, ${patientsOfOrganisation(day)} as "registeredPatients",
           lower(membership.valid)::text as "validFrom", upper(membership.valid)::text as "validTo", ${sourceJson} as source
    from membership
    join organisation_record as organisation
      on organisation.organisation_id = membership.organisation_id and organisation.valid @> ${day}
    join source on source.source_id = membership.source_id
    where membership.area_id = ${areaId} and membership.valid @> ${day}`;
}

/** The organisation of that code on that day, with its STPs and region. */
export async function findOrganisation(
  connection: Connection,
  code: string,
  asAt: string,
): Promise<Organisation | null> {
  const day = unplannedDay(asAt);
  const result = await sql<Organisation>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           organisation.type_standing as "typeStanding", organisation.status, organisation.town, organisation.postcode, organisation.standing,
           organisation.note, ${patientsOfOrganisation(day)} as "registeredPatients",
           lower(organisation.valid)::text as "validFrom", upper(organisation.valid)::text as "validTo", ${sourceJson} as source,
           ${areasOfOrganisation(planningKindOn(asAt), day)} as stps, ${areasOfOrganisation('region', day)} as regions
    from organisation_record as organisation join source on source.source_id = organisation.source_id
    where organisation.code = ${code} and organisation.valid @> ${day}`.execute(connection);
  return result.rows[0] ?? null;
}

/** The id of the organisation that has a code on a day, for whoever asks nothing else of it; null where none has. */
export async function findOrganisationId(connection: Connection, code: string, asAt: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select organisation.organisation_id as id from organisation_record as organisation
    where organisation.code = ${code} and organisation.valid @> ${unplannedDay(asAt)}`.execute(connection);
  return rows[0]?.id ?? null;
}

export interface OrganisationOfRegion extends OrganisationRef {
  readonly regionCode: string | null;
  readonly regionName: string | null;
}

/** Organisations of the given types (those that complete the self-assessment), with their region. */
export async function listOrganisationsOfTypes(
  connection: Connection,
  typeIds: readonly string[],
  asAt: string,
): Promise<OrganisationOfRegion[]> {
  const result = await sql<OrganisationOfRegion>`
    with organisation as (
      select organisation_record.organisation_id, organisation_record.code, organisation_record.name, organisation_record.type_id
      from organisation_record
      where organisation_record.type_id = any(${typeIds}) and organisation_record.valid @> ${asAt}::date
    ), region as (
      select distinct on (place.organisation_id) place.organisation_id, area.code, area.name
      from organisation_place as place
      join area_record as area on area.area_id = place.area_id and area.kind = 'region' and area.valid @> ${asAt}::date
      where place.valid @> ${asAt}::date and place.organisation_id in (select organisation.organisation_id from organisation)
      order by place.organisation_id, area.code
    )
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           region.code as "regionCode", region.name as "regionName"
    from organisation left join region on region.organisation_id = organisation.organisation_id
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}

/** Which of these types have an organisation on a day. */
export async function listTypesOn(
  connection: Connection,
  typeIds: readonly string[],
  asAt: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ typeId: string }>`
    select type.id as "typeId" from unnest(${typeIds}::text[]) as type (id)
    where exists (select from organisation_record as record where record.type_id = type.id and record.valid @> ${asAt}::date)`.execute(
    connection,
  );
  return new Set(rows.map(({ typeId }) => typeId));
}
