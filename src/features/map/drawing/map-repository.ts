import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import {
  COMMISSIONER_TYPE,
  patientsOfOrganisation,
  planningKindOn,
  type RegisteredPatients,
} from '../../directory/index.ts';
import type { AreaTopology } from '../boundaries/simplify-boundaries.ts';
import { storedTopology } from '../boundaries/stored-topology.ts';

/** Whether boundaries of a kind hold on a day. */
export async function hasBoundaries(connection: Connection, kind: string, asAt: string): Promise<boolean> {
  const result = await sql<{ exists: boolean }>`
    select exists (
      select from boundary_set
      where boundary_set.form = 'boundaries' and boundary_set.kind = ${kind} and boundary_set.valid @> ${asAt}::date
    ) as exists`.execute(connection);
  return result.rows[0]?.exists ?? false;
}

export interface StoredTopology {
  readonly topology: AreaTopology;
  readonly datedOn: string;
  readonly sourceId: string;
}

/** The boundaries of a kind that hold on a day, simplified, under the directory's codes. */
export async function findTopology(connection: Connection, kind: string, asAt: string): Promise<StoredTopology | null> {
  const result = await sql<Omit<StoredTopology, 'topology'> & { readonly topology: unknown }>`
    select boundary_set.topology, boundary_set.dated_on as "datedOn", boundary_set.source_id as "sourceId"
    from boundary_set
    where boundary_set.form = 'boundaries' and boundary_set.kind = ${kind} and boundary_set.valid @> ${asAt}::date`.execute(
    connection,
  );
  const [row] = result.rows;
  return row === undefined ? null : { ...row, topology: storedTopology.read(row.topology) };
}

export interface PlacedMember {
  /** Footprint or STP. */
  readonly placeId: string;
  readonly organisationId: string;
  readonly code: string;
  readonly typeId: string;
  /** Whether the place is drawn with the organisation's boundary: a lead or core member of a footprint. */
  readonly isCentral: boolean;
  readonly registeredPatients: RegisteredPatients | null;
}

const memberColumns = sql`place.place_id as "placeId", organisation.organisation_id as "organisationId", organisation.code,
  organisation.type_id as "typeId", place.is_central as "isCentral"`;

/** The members of every footprint of the day, each once a footprint. */
export async function listFootprintMembers(connection: Connection, asAt: string): Promise<PlacedMember[]> {
  const result = await sql<PlacedMember>`
    select ${memberColumns}, ${patientsOfOrganisation(sql`${asAt}::date`)} as "registeredPatients"
    from (
      select membership.area_id as place_id, membership.organisation_id, bool_or(membership.role in ('lead', 'core')) as is_central
      from membership where membership.valid @> ${asAt}::date group by membership.area_id, membership.organisation_id
    ) place
    join organisation_record as organisation
      on organisation.organisation_id = place.organisation_id and organisation.valid @> ${asAt}::date
    order by place.place_id, organisation.code`.execute(connection);
  return result.rows;
}

/** The organisations in every STP of the day, each once an STP. */
export async function listStpOrganisations(connection: Connection, asAt: string): Promise<PlacedMember[]> {
  const result = await sql<PlacedMember>`
    select ${memberColumns}, ${patientsOfOrganisation(sql`${asAt}::date`)} as "registeredPatients"
    from (
      select distinct organisation_place.area_id as place_id, organisation_place.organisation_id, true as is_central
      from organisation_place
      join area_record as area on area.area_id = organisation_place.area_id and area.kind = ${planningKindOn(asAt)} and area.valid @> ${asAt}::date
      where organisation_place.valid @> ${asAt}::date
    ) place
    join organisation_record as organisation
      on organisation.organisation_id = place.organisation_id and organisation.valid @> ${asAt}::date
    order by place.place_id, organisation.code`.execute(connection);
  return result.rows;
}

export interface MappedCommissioner {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly typeId: string;
  readonly registeredPatients: RegisteredPatients | null;
}

/** The CCGs of the day, by name: all, or those in an STP or region. */
export async function listMapCommissioners(
  connection: Connection,
  asAt: string,
  withinAreaId: string | null,
): Promise<MappedCommissioner[]> {
  const within =
    withinAreaId === null
      ? sql``
      : sql`and exists (select from organisation_place where organisation_place.organisation_id = organisation.organisation_id
                        and organisation_place.area_id = ${withinAreaId} and organisation_place.valid @> ${asAt}::date)`;
  const result = await sql<MappedCommissioner>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name,
           organisation.type_id as "typeId", ${patientsOfOrganisation(sql`${asAt}::date`)} as "registeredPatients"
    from organisation_record as organisation
    where organisation.type_id = ${COMMISSIONER_TYPE} and organisation.valid @> ${asAt}::date ${within}
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}
