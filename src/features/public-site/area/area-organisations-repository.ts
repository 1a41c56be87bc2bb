import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import {
  type AreaRef,
  areasOfOrganisation,
  type CalledStatus,
  footprintsOfOrganisation,
  type OrganisationRef,
  patientsOfOrganisation,
  planningKindOn,
  type RegisteredPatients,
} from '../../directory/index.ts';

/** An organisation as it stands in the list of an area. */
export interface OrganisationInArea extends OrganisationRef, CalledStatus {
  readonly footprints: readonly AreaRef[];
  /** The STPs it is in; a few organisations are in several. */
  readonly stps: readonly AreaRef[];
  readonly registeredPatients: RegisteredPatients | null;
  readonly sourceId: string;
  /** The source that puts it into this area. */
  readonly placeSourceId: string;
}

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
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name,
           organisation.type_id as "typeId", organisation.status, organisation.source_id as "sourceId", place.source_id as "placeSourceId",
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
