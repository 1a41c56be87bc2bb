import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { commissionerTypeOn } from './commissioner.ts';
import type { AreaRef, RegisteredPatients } from './directory.ts';
import { isPlanningKind, planningKindOn } from './planning-area.ts';
import { areaRefJson } from './sql-fragments.ts';

/* What belongs to the rows of a page, read for all of them at once: a query for each row is many times dearer. */

/** An area, and the organisation or area that lies in it. */
interface Place extends AreaRef {
  readonly ownerId: string;
}

/** Places by what lies in them. */
export type Places = ReadonlyMap<string, readonly Place[]>;

const areaColumns = sql`area.area_id as "areaId", area.kind, area.code, area.name, area.slug`;

/** The STPs and regions that areas lie in, followed upwards. */
export async function listPlacesOfAreas(
  connection: Connection,
  areaIds: readonly string[],
  asAt: string,
): Promise<Places> {
  const { rows } = await sql<Place>`
    with recursive above (owner_id, area_id) as (
      select area_link.child_area_id, area_link.parent_area_id from area_link
      where area_link.child_area_id = any(${areaIds}::text[]) and area_link.valid @> ${asAt}::date
      union
      select above.owner_id, area_link.parent_area_id from area_link
      join above on above.area_id = area_link.child_area_id where area_link.valid @> ${asAt}::date
    )
    select above.owner_id as "ownerId", ${areaColumns}
    from above join area_record as area
      on area.area_id = above.area_id and area.kind in (${planningKindOn(asAt)}, 'region') and area.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return Map.groupBy(rows, ({ ownerId }) => ownerId);
}

/** What the register says of an organisation on a day beside its record. */
export interface OrganisationDetails {
  readonly stps: readonly AreaRef[];
  readonly regions: readonly AreaRef[];
  readonly footprints: readonly AreaRef[];
  /** Null where no figure is recorded. */
  readonly registeredPatients: RegisteredPatients | null;
}

/** The organisations of a page, each with its details. */
export async function listWithDetails<Row extends { readonly organisationId: string }>(
  connection: Connection,
  rows: readonly Row[],
  asAt: string,
): Promise<(Row & OrganisationDetails)[]> {
  const ids = rows.map(({ organisationId }) => organisationId);
  const [places, patients, footprints] = await Promise.all([
    listPlacesOfOrganisations(connection, ids, asAt),
    listRegisteredPatients(connection, ids, asAt),
    listFootprintsOfOrganisations(connection, ids, asAt),
  ]);
  return rows.map((row) => ({
    ...row,
    ...placed(places, row.organisationId),
    footprints: footprints.get(row.organisationId) ?? [],
    registeredPatients: patients.get(row.organisationId) ?? null,
  }));
}

async function listFootprintsOfOrganisations(
  connection: Connection,
  organisationIds: readonly string[],
  asAt: string,
): Promise<Map<string, AreaRef[]>> {
  const { rows } = await sql<{ organisationId: string; footprints: AreaRef[] }>`
    select own.organisation_id as "organisationId", jsonb_agg(${areaRefJson} order by area.name) as footprints
    from (
      select distinct membership.organisation_id, membership.area_id from membership
      where membership.organisation_id = any(${organisationIds}::text[]) and membership.valid @> ${asAt}::date
    ) as own join area_record as area on area.area_id = own.area_id and area.valid @> ${asAt}::date
    group by own.organisation_id`.execute(connection);
  return new Map(rows.map(({ organisationId, footprints }) => [organisationId, footprints]));
}

/**
 * The STPs and regions that organisations are in: those recorded one by one, those their record names by a code, and of a board its own.
 * The view `organisation_place` says the same. Step
 * by step, because a statement that is planned for any day expects hardly any area on it, and would begin with the areas; but all of
 * them at once in each step, as to begin anew for each was two thirds of the time of a long list.
 */
async function listPlacesOfOrganisations(
  connection: Connection,
  organisationIds: readonly string[],
  asAt: string,
): Promise<Places> {
  const { rows } = await sql<Place>`
    with recorded as materialized (
      select organisation_record.organisation_id, organisation_record.code, organisation_record.type_id, organisation_record.region_code,
             organisation_record.geography_code
      from organisation_record
      where organisation_record.organisation_id = any(${organisationIds}::text[]) and organisation_record.valid @> ${asAt}::date
    ), place as materialized (
      select organisation_area.organisation_id, organisation_area.area_id from organisation_area
      where organisation_area.organisation_id = any(${organisationIds}::text[]) and organisation_area.valid @> ${asAt}::date
      union
      select recorded.organisation_id, region.area_id from recorded
      join area_record as region on region.kind = 'region' and region.code = recorded.region_code and region.valid @> ${asAt}::date
      union
      select recorded.organisation_id, planned.area_id from recorded
      join area_record as planned on planned.kind = 'icb' and planned.code = recorded.geography_code and planned.valid @> ${asAt}::date
      union
      select recorded.organisation_id, own.area_id from recorded
      join area_record as board on board.kind = 'icb' and board.code = recorded.code and board.valid @> ${asAt}::date
      cross join lateral (
        select board.area_id
        union all
        select area_link.parent_area_id from area_link
        where area_link.child_area_id = board.area_id and area_link.valid @> ${asAt}::date and recorded.region_code = ''
      ) as own
      where recorded.type_id = ${commissionerTypeOn(asAt)}
    )
    select place.organisation_id as "ownerId", ${areaColumns}
    from place join area_record as area
      on area.area_id = place.area_id and area.kind in (${planningKindOn(asAt)}, 'region') and area.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return Map.groupBy(rows, ({ ownerId }) => ownerId);
}

/** The places of one owner by kind, each by name. */
export function placed(places: Places, ownerId: string): { stps: readonly AreaRef[]; regions: readonly AreaRef[] } {
  const own = places.get(ownerId) ?? [];
  return { stps: own.filter(({ kind }) => isPlanningKind(kind)), regions: own.filter(({ kind }) => kind === 'region') };
}

/** The regions that the holders of these codes lie in on a day, by organisation. */
export async function listRegionsOfCodes(
  connection: Connection,
  codes: readonly string[],
  asAt: string,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ organisationId: string }>`
    select organisation.organisation_id as "organisationId" from organisation
    where organisation.code = any(${codes}::text[])`.execute(connection);
  const ids = rows.map(({ organisationId }) => organisationId);
  const places = await listPlacesOfOrganisations(connection, ids, asAt);
  return new Map(ids.map((id) => [id, placed(places, id).regions.map(({ code }) => code)]));
}

/** The newest figure up to the day of each organisation that has one. */
async function listRegisteredPatients(
  connection: Connection,
  organisationIds: readonly string[],
  asAt: string,
): Promise<Map<string, RegisteredPatients>> {
  const { rows } = await sql<RegisteredPatients & { organisationId: string }>`
    select distinct on (organisation_measure.organisation_id) organisation_measure.organisation_id as "organisationId",
      organisation_measure.value, organisation_measure.measured_on as "measuredOn", organisation_measure.source_id as "sourceId"
    from organisation_measure
    where organisation_measure.organisation_id = any(${organisationIds}::text[])
      and organisation_measure.measure = 'registered_patients' and organisation_measure.measured_on <= ${asAt}::date
    order by organisation_measure.organisation_id, organisation_measure.measured_on desc`.execute(connection);
  return new Map(rows.map(({ organisationId, ...figure }) => [organisationId, figure]));
}
