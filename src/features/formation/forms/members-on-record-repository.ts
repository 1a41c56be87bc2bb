import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { unplannedDay, unplannedKeys } from '../../../platform/database/statements/prepared-statements.ts';
import type { OrganisationRef } from '../../directory/index.ts';
import type { MembershipRole } from '../../programme/index.ts';

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
    where organisation.organisation_id = any(${unplannedKeys(organisationIds)}) and organisation.valid @> ${unplannedDay(asAt)}`.execute(
    connection,
  );
  return result.rows;
}
