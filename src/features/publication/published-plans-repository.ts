import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

/** What a footprint has published last, with the universal capabilities that it has written a plan for. */
export interface PublishedPlans {
  readonly footprintId: string;
  readonly footprintName: string;
  readonly footprintSlug: string;
  readonly publishedAt: Date;
  /** Ids of universal capabilities, as the document has them. */
  readonly capabilityIds: readonly string[];
  readonly illustrative: boolean;
}

/**
 * The footprints whose standing roadmap has plans for universal capabilities that everybody may read, as they are called on the day. A plan in which
 * nothing is written is none: neither where the footprint is, nor where it will be, nor what it will do.
 */
export async function listPublishedPlans(connection: Connection, asAt: string): Promise<PublishedPlans[]> {
  const { rows } = await sql<PublishedPlans>`
    select publication.footprint_id as "footprintId", area.name as "footprintName", area.slug as "footprintSlug",
           publication.published_at as "publishedAt", publication.illustrative, written.ids as "capabilityIds"
    from (
      select distinct on (publication.footprint_id) publication.* from publication
      order by publication.footprint_id, publication.release_number desc
    ) as publication
    join roadmap_version as version on version.version_id = publication.version_id
    cross join lateral area_on(publication.footprint_id, ${asAt}::date) as area
    cross join lateral (
      select array_agg(plan ->> 'capabilityId' order by plan ->> 'capabilityId') as ids
      from jsonb_path_query(version.document,
        '$.sections[*] ? (@.kind == "universal-plans" && @.visibility == "public").content.plans[*]') as plan
      where jsonb_path_exists(plan, 'strict $.baseline ? (@ like_regex "[^[:space:]]")')
         or jsonb_path_exists(plan, 'strict $.ambitions[*].text ? (@ like_regex "[^[:space:]]")')
         or jsonb_path_exists(plan, 'strict $.activities[*].text ? (@ like_regex "[^[:space:]]")')
    ) as written
    where written.ids is not null
    order by publication.published_at desc, publication.footprint_id`.execute(connection);
  return rows;
}
