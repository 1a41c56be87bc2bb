import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { expectRows } from '../../platform/database/statements/affected-rows.ts';
import type { AreaRef, MembershipRole, OrganisationRef } from './directory.ts';
import { type RegisterTransaction, tellOfRecords } from './register/register-lock-repository.ts';

/* What a footprint's form changes in the directory, and what must be known beforehand. */

/** Who says so. A form made up for the demonstration is never official. */
interface Word {
  readonly illustrative: boolean;
}

function wordOf({ illustrative }: Word) {
  return illustrative
    ? {
        sourceId: 'formation-illustrative',
        standing: 'inferred',
        note: 'Illustrative: made up to show how the service works',
      }
    : { sourceId: 'formation', standing: 'official', note: '' };
}

export interface NewFootprint extends Word {
  readonly areaId: string;
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Areas it lies in: STPs, regions, and the footprint it is a part of. */
  readonly within: readonly { readonly areaId: string; readonly relation: 'within' | 'spans' }[];
}

/** Adds a footprint with the areas it lies in. Its code and slug must be free: see `listFootprintKeys`. */
export async function insertFootprint(transaction: RegisterTransaction, footprint: NewFootprint): Promise<void> {
  const { areaId, code, name, slug, from, within } = footprint;
  const { sourceId, standing, note } = wordOf(footprint);
  await transaction.insertInto('area').values({ area_id: areaId }).execute();
  await sql`
    insert into area_record (area_id, kind, code, name, slug, valid, source_id, standing, note)
    values (${areaId}, 'footprint', ${code}, ${name}, ${slug}, daterange(${from}::date, null), ${sourceId}, ${standing}, ${note})`.execute(
    transaction,
  );
  for (const parent of within) {
    await sql`
      insert into area_link (child_area_id, parent_area_id, relation, valid, source_id, standing, note)
      values (${areaId}, ${parent.areaId}, ${parent.relation}, daterange(${from}::date, null), ${sourceId}, ${standing}, ${note})`.execute(
      transaction,
    );
  }
  await tellOfRecords(transaction, { areaIds: [areaId] });
}

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
  readonly membershipId: number;
  readonly organisationId: string;
  readonly role: MembershipRole;
  readonly from: string | null;
  readonly to: string | null;
}

/** Every membership of a footprint, past and to come. */
export async function listFootprintMemberships(connection: Connection, areaId: string): Promise<FootprintMembership[]> {
  const result = await sql<FootprintMembership>`
    select membership.membership_id as "membershipId", membership.organisation_id as "organisationId", membership.role,
           lower(membership.valid)::text as "from", upper(membership.valid)::text as "to"
    from membership where membership.area_id = ${areaId}
    order by membership.membership_id`.execute(connection);
  return result.rows;
}

export interface NewMembership {
  readonly organisationId: string;
  readonly role: MembershipRole;
}

export async function insertMemberships(
  transaction: RegisterTransaction,
  place: Word & { readonly areaId: string; readonly from: string },
  memberships: readonly NewMembership[],
): Promise<void> {
  const { sourceId, standing, note } = wordOf(place);
  for (const { organisationId, role } of memberships) {
    await sql`
      insert into membership (area_id, organisation_id, role, valid, source_id, standing, note)
      values (${place.areaId}, ${organisationId}, ${role}, daterange(${place.from}::date, null), ${sourceId}, ${standing}, ${note})`.execute(
      transaction,
    );
  }
}

/** Ends memberships, `on` being the first day on which they are no more; they stay on record, with who ended them. */
export async function endMemberships(
  transaction: RegisterTransaction,
  place: Word & { readonly on: string },
  membershipIds: readonly number[],
): Promise<void> {
  const { sourceId } = wordOf(place);
  const { numAffectedRows } = await sql`
    update membership set valid = daterange(lower(membership.valid), ${place.on}::date), ended_source_id = ${sourceId}
    where membership.membership_id = any(${membershipIds}::bigint[])`.execute(transaction);
  expectRows('memberships end', membershipIds.length, numAffectedRows);
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
export async function listFootprintLives(connection: Connection): Promise<FootprintLife[]> {
  const result = await sql<FootprintLife>`
    with recursive above (area_id, parent_id) as (
      select area_link.child_area_id, area_link.parent_area_id from area_link
      union
      select above.area_id, area_link.parent_area_id from above
      join area_link on area_link.child_area_id = above.parent_id
    ), life as (
      select area_record.area_id, min(lower(area_record.valid)) as from_day,
             case when bool_or(upper_inf(area_record.valid)) then null else max(upper(area_record.valid)) end as ended_on
      from area_record where area_record.kind = 'footprint' group by area_record.area_id
    )
    select area.area_id as "areaId", area.kind, area.code, area.name, area.slug, life.from_day::text as "from",
      life.ended_on::text as "endedOn",
      array(select distinct successor.name from succession_in_force
            cross join lateral area_latest(succession_in_force.successor_id) as successor
            where succession_in_force.subject = 'area' and succession_in_force.predecessor_id = area.area_id
              and succession_in_force.successor_id <> area.area_id order by 1) as successors,
      array(select distinct above.parent_id from above
            join area_record as region on region.area_id = above.parent_id and region.kind = 'region'
            where above.area_id = area.area_id) as "regionIds",
      array(select distinct membership.organisation_id from membership where membership.area_id = area.area_id) as "memberIds"
    from life cross join lateral area_latest(life.area_id) as area
    order by area.name`.execute(connection);
  return result.rows;
}
