import { sql } from 'kysely';
import type { Connection } from '../../../../platform/database/database.ts';
import type { VersionState } from '../../versions/version-state.ts';
import { subjectOf } from '../saved-kind.ts';
import { type PartText, partSaves } from './part.ts';

/** A version that a draft is read beside. */
export interface CitedVersion {
  readonly versionId: string;
  readonly footprintId: string;
  readonly footprintName: string;
  readonly slug: string;
  readonly number: number;
  readonly roundId: string;
  readonly state: VersionState;
}

/** What such a version says in one part. */
export interface CitedPart extends PartText {
  readonly versionId: string;
}

/** What a draft is read beside because of one succession. */
export interface Citations {
  readonly versionId: string;
  readonly citedVersionIds: readonly string[];
  readonly successionEventId: string;
}

export async function insertCitations(transaction: Connection, citations: Citations): Promise<void> {
  const rows = citations.citedVersionIds.map((citedVersionId) => ({
    version_id: citations.versionId,
    cited_version_id: citedVersionId,
    succession_event_id: citations.successionEventId,
  }));
  if (rows.length > 0) {
    await transaction.insertInto('roadmap_citation').values(rows).execute();
  }
}

/** The versions of other footprints that a version cites; the footprints as they are called on the day. */
export async function listCitedVersions(
  connection: Connection,
  versionId: string,
  day: string,
): Promise<CitedVersion[]> {
  const { rows } = await sql<CitedVersion>`
    select version.version_id as "versionId", roadmap.footprint_id as "footprintId", area.name as "footprintName", area.slug, version.number,
           roadmap.round_id as "roundId", version.state
    from roadmap_citation as citation
    join roadmap_version as version on version.version_id = citation.cited_version_id
    join roadmap on roadmap.roadmap_id = version.roadmap_id
    join lateral area_on(roadmap.footprint_id, ${day}::date) as area on true
    where citation.version_id = ${versionId}
    order by area.name, version.number`.execute(connection);
  return rows;
}

/** Ids of the footprints that cite what a footprint wrote. */
export async function listCitingFootprintIds(connection: Connection, footprintId: string): Promise<string[]> {
  const { rows } = await sql<{ readonly footprintId: string }>`
    select distinct citing.footprint_id as "footprintId"
    from roadmap as cited
    join roadmap_version as said on said.roadmap_id = cited.roadmap_id
    join roadmap_citation as citation on citation.cited_version_id = said.version_id
    join roadmap_version as version on version.version_id = citation.version_id
    join roadmap as citing on citing.roadmap_id = version.roadmap_id
    where cited.footprint_id = ${footprintId}`.execute(connection);
  return rows.map((row) => row.footprintId);
}

/** What versions say in a part; those that say nothing are left out. */
export async function listPartsOf(
  connection: Connection,
  versionIds: readonly string[],
  partId: string,
): Promise<CitedPart[]> {
  const { rows } = await sql<CitedPart>`
    select said.version_id as "versionId", said.content ->> 'partId' as "partId", said.content ->> 'body' as body,
           said.content ->> 'localHeading' as "localHeading"
    from (
      select distinct on (history.version_id) history.version_id, history.content from roadmap_history as history
      where history.version_id = any(${versionIds}::uuid[]) and history.subject = ${subjectOf(partSaves, partId)}
      order by history.version_id, history.revision desc
    ) as said
    where said.content ->> 'body' <> ''`.execute(connection);
  return rows;
}
