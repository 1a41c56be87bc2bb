import { type RawBuilder, sql } from 'kysely';
import { by, compareNames } from '../../platform/compare.ts';
import type { Connection } from '../../platform/database/database.ts';
import { unplannedKeys } from '../../platform/database/statements/prepared-statements.ts';
import type { NamedMember } from '../../register-keeping.ts';
import type { Footprint, Member, Organisation, OrganisationRef } from './directory.ts';
import { findOrganisation, footprintsOn, listFootprints, memberOrder, membersOn } from './directory-repository.ts';

/*
 * The working day: that on which a footprint or organisation is looked at by those who work on it. It is the position day
 * where it is there then, its first day where it begins later, as what comes from a merger does, and its last day where it
 * had ended before. Who may do what to it is decided by its regions and members of that day.
 */

/** The working day of the record of the row, for the position day. */
const workingDay = (record: string, day: string): RawBuilder<unknown> => {
  const valid = sql.ref(`${record}.valid`);
  return sql`(case when upper(${valid}) <= ${day}::date then upper(${valid}) - 1
                   else greatest(lower(${valid}), ${day}::date) end)`;
};

/** Which of several records is looked at: the earliest that is there on the day or later, or else the latest. */
const workingOrder = (record: string, day: string): RawBuilder<unknown> => {
  const valid = sql.ref(`${record}.valid`);
  return sql`coalesce(upper(${valid}) <= ${day}::date, false), abs(${workingDay(record, day)} - ${day}::date)`;
};

/** Whether the area was ended by an event entered here: what was to be done about it has passed to what came after. */
const isOver = (areaId: string): RawBuilder<unknown> => sql`(
  select not upper_inf(last.valid) and last.ended_source_id is not null from area_latest(${sql.ref(areaId)}) as last)`;

/** What stands for a footprint: its name in an address, or its id. */
type FootprintKey = { readonly slug: string } | { readonly areaId: string };

/**
 * Which footprint is meant, as its id, and its working day. Of several that had one address one after another, it is the first that
 * is not over.
 */
function footprintAtWork(key: FootprintKey, day: string): RawBuilder<unknown> {
  const isIt = 'slug' in key ? sql`area.slug = ${key.slug}` : sql`area.area_id = ${key.areaId}`;
  return sql`
    select area.area_id, ${workingDay('area', day)} as day from area_record as area
    where area.kind = 'footprint' and ${isIt}
    order by ${isOver('area.area_id')}, ${workingOrder('area', day)} limit 1`;
}

/** A footprint as it stands on its working day, with its members of that day in the order of `listMembers`. */
interface FootprintAtWork {
  readonly footprint: Footprint;
  readonly members: readonly Member[];
}

/** The footprint that is meant, as it is at work; null where there is none. One query, as every working page of one begins with it. */
export async function findFootprintAtWork(
  connection: Connection,
  key: FootprintKey,
  positionOn: string,
): Promise<FootprintAtWork | null> {
  const day = sql`(select working.day from working)`;
  const areaId = sql`(select working.area_id from working)`;
  const { rows } = await sql<Footprint & { readonly members: readonly Member[] }>`
    with working as (${footprintAtWork(key, positionOn)})
    select footprint.*, coalesce((
      select jsonb_agg(to_jsonb(member) order by ${memberOrder}) from (${membersOn(day, areaId)}) as member
    ), '[]'::jsonb) as members
    from (${footprintsOn(day, sql`area.area_id = ${areaId}`)}) as footprint`.execute(connection);
  const [row] = rows;
  if (row === undefined) {
    return null;
  }
  const { members, ...footprint } = row;
  return { footprint, members };
}

/** The working day of the organisation with a code; the day asked about where there is none. */
export async function getDayOfOrganisation(connection: Connection, code: string, day: string): Promise<string> {
  const result = await sql<{ day: string }>`
    select ${workingDay('organisation', day)}::text as day from organisation_record as organisation
    where organisation.code = ${code} order by ${workingOrder('organisation', day)} limit 1`.execute(connection);
  return result.rows[0]?.day ?? day;
}

/** An organisation as it stands on its working day. */
export interface WorkingOrganisation {
  readonly organisation: Organisation;
  readonly day: string;
  /** What stands for it in the address of a working page: its code, or its id where the code leads to another organisation. */
  readonly addressKey: string;
}

/** The organisation that an address of a working page is about; null where there is none. */
export async function findWorkingOrganisation(
  connection: Connection,
  addressKey: string,
  positionOn: string,
): Promise<WorkingOrganisation | null> {
  // Most are there on the position day, which is their working day then: nothing else need be asked.
  const there = await findOrganisation(connection, addressKey, positionOn);
  if (there !== null) {
    return { organisation: there, day: positionOn, addressKey };
  }
  const dayOfCode = await getDayOfOrganisation(connection, addressKey, positionOn);
  const byCode = dayOfCode === positionOn ? null : await findOrganisation(connection, addressKey, dayOfCode);
  if (byCode !== null) {
    return { organisation: byCode, day: dayOfCode, addressKey };
  }
  const { rows } = await sql<{ code: string; day: string }>`
    select organisation.code, ${workingDay('organisation', positionOn)}::text as day
    from organisation_record as organisation
    where organisation.organisation_id = ${addressKey} order by ${workingOrder('organisation', positionOn)} limit 1`.execute(
    connection,
  );
  const [row] = rows;
  const organisation = row === undefined ? null : await findOrganisation(connection, row.code, row.day);
  return row === undefined || organisation === null ? null : { organisation, day: row.day, addressKey };
}

/** The organisations of these ids, by id, as each is called on its working day; ids that name none are left out. */
export async function listOrganisationsById(
  connection: Connection,
  organisationIds: readonly string[],
  positionOn: string,
): Promise<Map<string, OrganisationRef>> {
  const { rows } = await sql<OrganisationRef>`
    select distinct on (organisation.organisation_id) organisation.organisation_id as "organisationId", organisation.code,
           organisation.name, organisation.type_id as "typeId"
    from organisation_record as organisation where organisation.organisation_id = any(${unplannedKeys(organisationIds)})
    order by organisation.organisation_id, ${workingOrder('organisation', positionOn)}`.execute(connection);
  return new Map(rows.map((row) => [row.organisationId, row]));
}

/** An organisation with what stands for it in the addresses of working pages. */
interface Addressed extends OrganisationRef {
  readonly addressKey: string;
}

/** As `listOrganisationsById`, with what stands for each in the addresses of working pages. */
export async function listAddressed(
  connection: Connection,
  organisationIds: readonly string[],
  positionOn: string,
): Promise<ReadonlyMap<string, Addressed>> {
  const { rows } = await sql<Addressed>`
    select wanted.organisation_id as "organisationId", own.code, own.name, own.type_id as "typeId",
           case when holder.organisation_id = wanted.organisation_id then own.code else wanted.organisation_id end as "addressKey"
    from unnest(${unplannedKeys(organisationIds)}) as wanted (organisation_id)
    join lateral organisation_on(wanted.organisation_id, ${positionOn}::date) as own on true
    cross join lateral (
      select organisation.organisation_id from organisation_record as organisation
      where organisation.code = own.code order by ${workingOrder('organisation', positionOn)} limit 1
    ) as holder`.execute(connection);
  return new Map(rows.map((row) => [row.organisationId, row]));
}

/** A footprint as it stands on its working day. */
export interface WorkingFootprint extends Footprint {
  readonly day: string;
  /** True where it was ended by an event of succession: its work stays readable and waits for nobody. */
  readonly isOver: boolean;
}

/** Every footprint of the position day and those that begin later, each once, by name. */
export async function listWorkingFootprints(connection: Connection, day: string): Promise<WorkingFootprint[]> {
  const { rows } = await sql<Pick<WorkingFootprint, 'areaId' | 'day' | 'isOver'>>`
    select distinct on (area.area_id) area.area_id as "areaId", ${workingDay('area', day)}::text as day,
           ${isOver('area.area_id')} as "isOver"
    from area_record as area
    where area.kind = 'footprint' and (upper_inf(area.valid) or upper(area.valid) > ${day}::date)
    order by area.area_id, ${workingOrder('area', day)}`.execute(connection);
  const days = [...new Set(rows.map((row) => row.day))];
  const lists = await Promise.all(days.map((each) => listFootprints(connection, each)));
  const working = new Map(rows.map((row) => [row.areaId, row]));
  return days
    .flatMap((each, index) =>
      (lists[index] ?? []).flatMap((footprint) => {
        const found = working.get(footprint.areaId);
        return found?.day === each ? [{ ...footprint, day: each, isOver: found.isOver }] : [];
      }),
    )
    .toSorted(by(({ name }) => name, compareNames));
}

/** The members of every footprint on its working day, one after another. */
export async function listEveryMember(
  connection: Connection,
  positionOn: string,
): Promise<(NamedMember & { readonly footprintId: string })[]> {
  const { rows } = await sql<NamedMember & { readonly footprintId: string }>`
    with working as materialized (
      select distinct on (area.area_id) area.area_id, ${workingDay('area', positionOn)} as day
      from area_record as area where area.kind = 'footprint'
      order by area.area_id, ${workingOrder('area', positionOn)}
    )
    select working.area_id as "footprintId", organisation.organisation_id as "organisationId", organisation.code,
           organisation.name, membership.role, lower(membership.valid)::text as "validFrom"
    from working
    join membership on membership.area_id = working.area_id and membership.valid @> working.day
    join organisation_record as organisation
      on organisation.organisation_id = membership.organisation_id and organisation.valid @> working.day
    order by working.area_id, organisation.name, organisation.organisation_id, membership.role`.execute(connection);
  return rows;
}

export interface Placement {
  readonly footprintIds: readonly string[];
  readonly regionIds: readonly string[];
}

/** The same of many organisations (by id), each on its own working day. */
export async function listPlacements(
  connection: Connection,
  organisationIds: readonly string[],
  positionOn: string,
): Promise<ReadonlyMap<string, Placement>> {
  const { rows } = await sql<Placement & { readonly organisationId: string }>`
    select organisation.organisation_id as "organisationId", ${placementOn('organisation.organisation_id', sql`organisation.day`, positionOn)}
    from (
      select distinct on (record.organisation_id) record.organisation_id, ${workingDay('record', positionOn)} as day
      from organisation_record as record where record.organisation_id = any(${organisationIds}::text[])
      order by record.organisation_id, ${workingOrder('record', positionOn)}
    ) as organisation`.execute(connection);
  return new Map(rows.map(({ organisationId, ...placement }) => [organisationId, placement]));
}

/**
 * The footprints that any of these organisations (by id) is a member of, each on its working day: `areaId`, `slug`, `name` and the
 * `organisationIds` of those. A query to join to; what ended before the position day is left out.
 */
export const footprintsOfMembers = (
  organisationIds: readonly string[],
  positionOn: string,
): RawBuilder<unknown> => sql`(
  select area.area_id as "areaId", area.slug, area.name, array_agg(distinct membership.organisation_id) as "organisationIds"
  from (
    select distinct membership.area_id from membership
    where membership.organisation_id = any(${unplannedKeys(organisationIds)})
  ) as own
  cross join lateral area_on(own.area_id, ${positionOn}::date) as area
  join membership on membership.area_id = own.area_id and membership.valid @> ${workingDay('area', positionOn)}
    and membership.organisation_id = any(${unplannedKeys(organisationIds)})
  where upper_inf(area.valid) or upper(area.valid) > ${positionOn}::date
  group by area.area_id, area.slug, area.name)`;

/**
 * Where an organisation lies, as the ids that permission is decided by: the footprints that it is a member of on their working
 * day, and its regions of the day given, which is its own.
 */
export async function getPlacement(
  connection: Connection,
  organisationId: string,
  { day, positionOn }: { readonly day: string; readonly positionOn: string },
): Promise<Placement> {
  const result = await sql<Placement>`
    select ${placementOn('organisation.id', sql`${day}::date`, positionOn)}
    from (select ${organisationId}::text as id) as organisation`.execute(connection);
  return result.rows[0] ?? { footprintIds: [], regionIds: [] };
}

/** The columns of a placement. `organisationId`: the column that names the organisation; `day`: its working day. */
const placementOn = (organisationId: string, day: RawBuilder<unknown>, positionOn: string): RawBuilder<unknown> => sql`
  array(select membership.area_id from membership
        cross join lateral (
          select ${workingDay('area', positionOn)} as day from area_record as area
          where area.area_id = membership.area_id order by ${workingOrder('area', positionOn)} limit 1
        ) as working
        where membership.organisation_id = ${sql.ref(organisationId)} and membership.valid @> working.day) as "footprintIds",
  array(select place.area_id from places_of_organisation(${sql.ref(organisationId)}, ${day}) as place
        join area_record as area on area.area_id = place.area_id and area.kind = 'region' and area.valid @> ${day}) as "regionIds"`;
