import type { Connection } from '../../../platform/database/database.ts';
import { expectRows } from '../../../platform/database/statements/affected-rows.ts';
import { findCurrentVersion, listVersionsQuery, type RoadmapVersionRow } from './version-repository.ts';

/**
 * Holds the footprint's newest roadmap and the one of a round, which is made when it is not there yet, until the transaction ends, so that
 * no two versions of a footprint get the same number. Gives the id of that roadmap, and the current version of the footprint.
 */
export async function lockForNewVersion(
  transaction: Connection,
  roadmap: Parameters<typeof lockRoadmap>[1],
): Promise<{ readonly roadmapId: string; readonly latest: RoadmapVersionRow | null }> {
  const { footprintId, createdAt } = roadmap;
  const seen = await findCurrentVersion(transaction, footprintId);
  if (seen !== null && seen.roundId !== roadmap.roundId) {
    await lockRoadmap(transaction, { roadmapId: seen.roadmapId, footprintId, roundId: seen.roundId, createdAt });
  }
  const roadmapId = await lockRoadmap(transaction, roadmap);
  return { roadmapId, latest: await findCurrentVersion(transaction, footprintId) };
}

/** The roadmap of a footprint in a round, made when it is not there yet and held until the transaction ends; gives its id. */
export async function lockRoadmap(
  transaction: Connection,
  roadmap: { roadmapId: string; footprintId: string; roundId: string; createdAt: Date },
): Promise<string> {
  const row = await transaction
    .insertInto('roadmap')
    .values({
      roadmap_id: roadmap.roadmapId,
      footprint_id: roadmap.footprintId,
      round_id: roadmap.roundId,
      created_at: roadmap.createdAt,
    })
    // An update that changes nothing locks the row that is there and gives it back.
    .onConflict((conflict) => conflict.columns(['footprint_id', 'round_id']).doUpdateSet({ round_id: roadmap.roundId }))
    .returning('roadmap_id')
    .executeTakeFirstOrThrow();
  return row.roadmap_id;
}

/** Makes the roadmap, whose only version is a draft, the one that its footprint works on again; gives that draft. */
export async function updateTakenUp(transaction: Connection, roadmapId: string, at: Date): Promise<RoadmapVersionRow> {
  const { numUpdatedRows } = await transaction
    .updateTable('roadmap')
    .set({ taken_up_at: at })
    .where('roadmap_id', '=', roadmapId)
    .executeTakeFirst();
  expectRows('a roadmap is taken up again', 1, numUpdatedRows);
  return listVersionsQuery(transaction).where('roadmap_version.roadmap_id', '=', roadmapId).executeTakeFirstOrThrow();
}

/** Whether any footprint has begun its roadmap in a round. */
export async function hasRoadmapsIn(connection: Connection, roundId: string): Promise<boolean> {
  const found = await connection
    .selectFrom('roadmap')
    .select('roadmap_id')
    .where('round_id', '=', roundId)
    .limit(1)
    .execute();
  return found.length > 0;
}
