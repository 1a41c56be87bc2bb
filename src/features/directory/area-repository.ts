import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import {
  type AreaRef,
  COMMISSIONER_TYPE,
  type CommissionerPlace,
  type MappedArea,
  type OrganisationInArea,
  type OrganisationRef,
  type Source,
} from './directory.ts';
import { searchWords } from './search-words.ts';
import { areasOfOrganisation, footprintsOfOrganisation, parentsOf, patientsOfOrganisation } from './sql-fragments.ts';

const organisationRef = sql`organisation.organisation_id as "organisationId", organisation.code, organisation.name,
  organisation.type_id as "typeId"`;

/** The areas that have a cell on the hexagon map, by row and column. */
export async function listMappedAreas(connection: Connection, asAt: string): Promise<MappedArea[]> {
  const result = await sql<MappedArea>`
    select area.area_id as "areaId", area.kind, area.code, area.name, area.slug,
           area_hexagon.hex_column as column, area_hexagon.hex_row as row, area_hexagon.source_id as "sourceId"
    from area_hexagon join area on area.area_id = area_hexagon.area_id
    where area.valid @> ${asAt}::date
    order by area_hexagon.hex_row, area_hexagon.hex_column`.execute(connection);
  return result.rows;
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
    join area on area.area_id in (area_link.child_area_id, area_link.parent_area_id) and area.area_id <> ${areaId}
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
    select ${organisationRef}, organisation.source_id as "sourceId", place.source_id as "placeSourceId",
           ${footprintsOfOrganisation(asAt)} as footprints, ${areasOfOrganisation('stp', asAt)} as stps,
           ${patientsOfOrganisation(asAt)} as "registeredPatients"
    from organisation_area as place join organisation on organisation.organisation_id = place.organisation_id
    where place.area_id = ${areaId} and place.valid @> ${asAt}::date and organisation.valid @> ${asAt}::date
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}

/** Every CCG of the day with its STPs, by name, and whether it is recorded in a footprint. */
export async function listCommissioners(connection: Connection, asAt: string): Promise<CommissionerPlace[]> {
  const result = await sql<CommissionerPlace>`
    select ${organisationRef}, ${areasOfOrganisation('stp', asAt)} as stps,
           exists (select from membership where membership.organisation_id = organisation.organisation_id
                     and membership.valid @> ${asAt}::date) as "hasFootprint"
    from organisation
    where organisation.type_id = ${COMMISSIONER_TYPE} and organisation.valid @> ${asAt}::date
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}

export interface MemberOfFootprint extends OrganisationRef {
  readonly footprintId: string;
}

/** The members of every footprint at once, for lists of footprints. */
export async function listAllMembers(connection: Connection, asAt: string): Promise<MemberOfFootprint[]> {
  const result = await sql<MemberOfFootprint>`
    select membership.area_id as "footprintId", ${organisationRef}
    from membership join organisation on organisation.organisation_id = membership.organisation_id
    where membership.valid @> ${asAt}::date
    group by membership.area_id, organisation.organisation_id
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
    select organisation.type_id as "typeId", count(*) as count from organisation
    where organisation.valid @> ${asAt}::date group by organisation.type_id`.execute(connection);
  return result.rows;
}

export interface FoundArea extends AreaRef {
  readonly stps: readonly AreaRef[];
}

/** Footprints, STPs and regions whose name or code holds every word, exact ones first; nothing for no words. */
export async function searchAreas(connection: Connection, term: string, asAt: string): Promise<FoundArea[]> {
  const words = searchWords(term);
  if (words.length === 0) {
    return [];
  }
  const phrase = words.join(' ');
  const result = await sql<FoundArea>`
    select area.area_id as "areaId", area.kind, area.code, area.name, area.slug,
           ${parentsOf(sql`area.area_id`, 'stp', asAt)} as stps
    from area
    where area.valid @> ${asAt}::date
      and search_words(area.name || ' ' || area.code) like all (${words.map((word) => `%${word}%`)}::text[])
    order by lower(area.code) = ${phrase} desc, search_words(area.name) = ${phrase} desc, area.name, area.kind`.execute(
    connection,
  );
  return result.rows;
}

const FEWEST_ALIKE = 0.45;

/** Names much like what was typed, closest first, for when nothing matched. */
export async function listSimilarNames(connection: Connection, term: string, asAt: string): Promise<string[]> {
  const phrase = searchWords(term).join(' ');
  const result = await sql<{ name: string }>`
    with alike as (
      select organisation.name, word_similarity(${phrase}, search_words(organisation.name)) as likeness
      from organisation where organisation.valid @> ${asAt}::date
      union all
      select area.name, word_similarity(${phrase}, search_words(area.name)) from area where area.valid @> ${asAt}::date
    )
    select alike.name from alike where alike.likeness >= ${FEWEST_ALIKE}
    group by alike.name order by max(alike.likeness) desc, alike.name limit 5`.execute(connection);
  return result.rows.map((row) => row.name);
}

/** These sources in full, by publisher and title. */
export async function listSources(connection: Connection, sourceIds: Iterable<string>): Promise<Source[]> {
  const result = await sql<Source>`
    select source.source_id as "sourceId", source.title, source.publisher, source.url, source.licence,
           source.dated_on as "datedOn", source.note
    from source where source.source_id = any(${[...new Set(sourceIds)]})
    order by source.publisher, source.title`.execute(connection);
  return result.rows;
}
