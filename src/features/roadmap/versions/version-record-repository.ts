import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { listVersionsQuery, type RoadmapVersionRow } from './version-repository.ts';

/** When a document was put before the members and taken back to draft. */
export interface TakenBack {
  readonly frozenAt: Date;
  readonly withdrawnAt: Date;
  readonly withdrawnBy: string | null;
  readonly reason: string;
}

/** A version with what is kept of how it came about. People are given by name. */
export interface VersionRecord extends RoadmapVersionRow {
  /** Everyone who saved something in it, in order of name. */
  readonly authors: readonly string[];
  /** Oldest first. */
  readonly takenBack: readonly TakenBack[];
}

const authorsOfVersion = sql<string[]>`array(
  select distinct person.name from roadmap_history join person on person.id = roadmap_history.saved_by
  where roadmap_history.version_id = roadmap_version.version_id order by person.name)`;

const takenBackOfVersion = sql<Record<keyof TakenBack, string>[]>`coalesce((
  select jsonb_agg(jsonb_build_object('frozenAt', withdrawn_document.frozen_at, 'withdrawnAt', withdrawn_document.withdrawn_at,
                                      'withdrawnBy', person.name, 'reason', withdrawn_document.reason)
                   order by withdrawn_document.withdrawn_at)
  from withdrawn_document left join person on person.id = withdrawn_document.withdrawn_by
  where withdrawn_document.version_id = roadmap_version.version_id), '[]'::jsonb)`;

/** The versions of a footprint, newest first, each with its record, in one query for the page that shows them all. */
export async function listVersionRecords(connection: Connection, footprintId: string): Promise<VersionRecord[]> {
  const rows = await listVersionsQuery(connection)
    .select([authorsOfVersion.as('authors'), takenBackOfVersion.as('takenBack')])
    .where('roadmap.footprint_id', '=', footprintId)
    .$castTo<RoadmapVersionRow & { authors: string[]; takenBack: Record<keyof TakenBack, string>[] }>()
    .execute();
  return rows.map((row) => ({ ...row, takenBack: row.takenBack.map(withDates) }));
}

/** In JSON a moment is a text. */
function withDates({ frozenAt, withdrawnAt, ...rest }: Record<keyof TakenBack, string>): TakenBack {
  return { ...rest, frozenAt: new Date(frozenAt), withdrawnAt: new Date(withdrawnAt) };
}
