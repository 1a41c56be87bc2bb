import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { OrganisationRef, Source } from './directory.ts';

const organisationRef = sql`organisation.organisation_id as "organisationId", organisation.code, organisation.name,
  organisation.type_id as "typeId"`;

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
