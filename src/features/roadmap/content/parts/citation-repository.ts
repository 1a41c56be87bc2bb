import { sql } from 'kysely';
import type { Connection } from '../../../../platform/database/database.ts';
import { subjectOf } from '../saved-kind.ts';
import { type PartText, partSaves } from './part.ts';

/** A version of another footprint that a draft is read beside, with what it says in one part. */
export interface CitedPart extends PartText {
  readonly footprintName: string;
  readonly versionNumber: number;
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

/** What each cited version says in a part, by footprint; those that say nothing are left out. */
export async function listCitedParts(connection: Connection, versionId: string, partId: string): Promise<CitedPart[]> {
  const result = await sql<CitedPart>`
    select area.name as "footprintName", version.number as "versionNumber", part.content ->> 'partId' as "partId",
           part.content ->> 'body' as body, part.content ->> 'localHeading' as "localHeading"
    from roadmap_citation as citation
    join roadmap_version as version on version.version_id = citation.cited_version_id
    join roadmap on roadmap.roadmap_id = version.roadmap_id
    join lateral area_latest(roadmap.footprint_id) as area on true
    join lateral (
      select history.content from roadmap_history as history
      where history.version_id = version.version_id and history.subject = ${subjectOf(partSaves, partId)}
      order by history.revision desc limit 1
    ) as part on part.content ->> 'body' <> ''
    where citation.version_id = ${versionId}
    order by area.name, version.number`.execute(connection);
  return result.rows;
}
