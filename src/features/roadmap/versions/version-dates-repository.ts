import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { VersionDates } from './version-on-day.ts';

/** What this feature knows; the review is another's to add. */
export interface VersionDatesRow extends Omit<VersionDates, 'review'> {
  readonly versionId: string;
  readonly footprintId: string;
  readonly roundId: string;
  readonly number: number;
  readonly illustrative: boolean;
}

/** Every version of a footprint, or of all, with the days of its steps, the newest of a footprint first. */
export async function listVersionDates(
  connection: Connection,
  footprintId: string | null = null,
): Promise<VersionDatesRow[]> {
  const { rows } = await sql<Omit<VersionDatesRow, 'withdrawn'> & { readonly frozen: Date[]; readonly taken: Date[] }>`
    select roadmap.footprint_id as "footprintId", roadmap.round_id as "roundId", version.version_id as "versionId", version.number, version.state,
           version.illustrative, version.created_at as "createdAt", version.frozen_at as "frozenAt",
           version.submitted_at as "submittedAt", version.published_at as "publishedAt",
           array(select withdrawn_document.frozen_at from withdrawn_document
                 where withdrawn_document.version_id = version.version_id order by withdrawn_document.digest) as frozen,
           array(select withdrawn_document.withdrawn_at from withdrawn_document
                 where withdrawn_document.version_id = version.version_id order by withdrawn_document.digest) as taken
    from roadmap_version as version join roadmap on roadmap.roadmap_id = version.roadmap_id
    where ${footprintId}::text is null or roadmap.footprint_id = ${footprintId}
    order by roadmap.footprint_id, coalesce(roadmap.taken_up_at, roadmap.created_at) desc, version.number desc`.execute(
    connection,
  );
  return rows.map(({ frozen, taken, ...version }) => ({ ...version, withdrawn: periods(frozen, taken) }));
}

function periods(frozen: readonly Date[], taken: readonly Date[]): VersionDates['withdrawn'] {
  return frozen.flatMap((frozenAt, index) => {
    const withdrawnAt = taken[index];
    return withdrawnAt === undefined ? [] : { frozenAt, withdrawnAt };
  });
}
