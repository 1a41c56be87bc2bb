import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import {
  type AreaRef,
  COMMISSIONER_TYPE,
  type CommissionerPlace,
  type OrganisationInArea,
  type OrganisationRef,
  type Source,
} from './directory.ts';
import { planningKindOn } from './planning-area.ts';
import { areaRefJson, areasOfOrganisation, footprintsOfOrganisation, patientsOfOrganisation } from './sql-fragments.ts';

const organisationRef = sql`organisation.organisation_id as "organisationId", organisation.code, organisation.name,
  organisation.type_id as "typeId"`;

/** The areas of a kind that lie in an area, or that it lies in, by name; only those linked without another between. */
export async function listLinkedAreas(
  connection: Connection,
  areaId: string,
  kind: string,
  asAt: string,
): Promise<AreaRef[]> {
  const result = await sql<AreaRef>`
    select distinct area.area_id as "areaId", area.kind, area.code, area.name, area.slug
    from area_link
    join area_record as area on area.area_id in (area_link.child_area_id, area_link.parent_area_id)
      and area.area_id <> ${areaId} and area.valid @> ${asAt}::date
    where ${areaId} in (area_link.child_area_id, area_link.parent_area_id)
      and area_link.valid @> ${asAt}::date and area.kind = ${kind}
    order by area.name`.execute(connection);
  return result.rows;
}

/** The organisations in an STP or region, by name. */
export async function listOrganisationsIn(
  connection: Connection,
  areaId: string,
  asAt: string,
): Promise<OrganisationInArea[]> {
  const result = await sql<OrganisationInArea>`
    select ${organisationRef}, organisation.status, organisation.source_id as "sourceId", place.source_id as "placeSourceId",
           ${footprintsOfOrganisation(asAt)} as footprints, ${areasOfOrganisation(planningKindOn(asAt), sql`${asAt}::date`)} as stps,
           ${patientsOfOrganisation(sql`${asAt}::date`)} as "registeredPatients"
    from (
      select organisation_place.organisation_id, min(organisation_place.source_id) as source_id from organisation_place
      where organisation_place.area_id = ${areaId} and organisation_place.valid @> ${asAt}::date
      group by organisation_place.organisation_id
    ) place
    join organisation_record as organisation on organisation.organisation_id = place.organisation_id
    where organisation.valid @> ${asAt}::date
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}

/** Every CCG of the day with its STPs, by name, and whether it is recorded in a footprint. */
export async function listCommissioners(connection: Connection, asAt: string): Promise<CommissionerPlace[]> {
  const result = await sql<CommissionerPlace>`
    with organisation as (
      select organisation_record.organisation_id, organisation_record.code, organisation_record.name, organisation_record.type_id
      from organisation_record
      where organisation_record.type_id = ${COMMISSIONER_TYPE} and organisation_record.valid @> ${asAt}::date
    ), place as (
      select distinct organisation_place.organisation_id, organisation_place.area_id from organisation_place
      where organisation_place.valid @> ${asAt}::date
        and organisation_place.organisation_id in (select organisation.organisation_id from organisation)
    ), lies_in as (
      select place.organisation_id, jsonb_agg(${areaRefJson} order by area.name) as stps
      from place join area_record as area on area.area_id = place.area_id and area.kind = ${planningKindOn(asAt)} and area.valid @> ${asAt}::date
      group by place.organisation_id
    )
    select ${organisationRef}, coalesce(lies_in.stps, '[]'::jsonb) as stps,
           exists (select from membership where membership.organisation_id = organisation.organisation_id
                     and membership.valid @> ${asAt}::date) as "hasFootprint"
    from organisation left join lies_in on lies_in.organisation_id = organisation.organisation_id
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}

export interface MemberOfFootprint extends OrganisationRef {
  readonly footprintId: string;
  /** Whether it leads the footprint or is one of its core members. */
  readonly isCentral: boolean;
  /** Whether it counts as one of its organisations (`insideFootprint`). */
  readonly isInside: boolean;
}

/** The members of every footprint at once, for lists of footprints. */
export async function listAllMembers(connection: Connection, asAt: string): Promise<MemberOfFootprint[]> {
  const result = await sql<MemberOfFootprint>`
    select membership.area_id as "footprintId", ${organisationRef},
           bool_or(membership.role in ('lead', 'core')) as "isCentral",
           bool_or(membership.role <> 'associate') as "isInside"
    from membership join organisation_record as organisation
      on organisation.organisation_id = membership.organisation_id and organisation.valid @> ${asAt}::date
    where membership.valid @> ${asAt}::date
    group by membership.area_id, organisation.organisation_id, organisation.code, organisation.name, organisation.type_id
    order by membership.area_id, organisation.name`.execute(connection);
  return result.rows;
}

export interface OrganisationCount {
  readonly typeId: string;
  readonly count: number;
}

/** How many organisations of each type there are on the day. */
export async function countOrganisations(connection: Connection, asAt: string): Promise<OrganisationCount[]> {
  const result = await sql<OrganisationCount>`
    select organisation.type_id as "typeId", count(*) as count from organisation_record as organisation
    where organisation.valid @> ${asAt}::date group by organisation.type_id`.execute(connection);
  return result.rows;
}

/** These sources in full, by publisher and title. */
export async function listSources(connection: Connection, sourceIds: Iterable<string>): Promise<Source[]> {
  const result = await sql<Source>`
    select source.source_id as "sourceId", source.title, source.publisher, source.url, source.illustrative, source.licence,
           source.dated_on as "datedOn", source.note
    from source where source.source_id = any(${[...new Set(sourceIds)]})
    order by source.publisher, source.title`.execute(connection);
  return result.rows;
}

/** These sources by id; ids that name none are left out. */
export async function listSourcesById(
  connection: Connection,
  sourceIds: Iterable<string>,
): Promise<Map<string, Source>> {
  const sources = await listSources(connection, sourceIds);
  return new Map(sources.map((source) => [source.sourceId, source]));
}
