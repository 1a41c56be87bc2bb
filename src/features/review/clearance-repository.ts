import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

/** A clearance that the regional team took back. */
export interface ClearanceTakenBack {
  /** In words for the footprint. */
  readonly reason: string;
  readonly at: Date;
  /** Null where no account stands behind it. */
  readonly by: string | null;
}

export async function insertClearanceTakenBack(
  transaction: Connection,
  taken: { readonly versionId: string; readonly reason: string; readonly at: Date; readonly personId: string | null },
): Promise<void> {
  await transaction
    .insertInto('clearance_withdrawal')
    .values({
      version_id: taken.versionId,
      reason: taken.reason,
      taken_back_at: taken.at,
      taken_back_by: taken.personId,
    })
    .execute();
}

/** By version; those that were not cleared or whose clearance stands are left out. */
export async function listClearancesTakenBack(
  connection: Connection,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, ClearanceTakenBack>> {
  const rows = await connection
    .selectFrom('clearance_withdrawal')
    .leftJoin('person', 'person.id', 'clearance_withdrawal.taken_back_by')
    .select([
      'clearance_withdrawal.version_id as versionId',
      'clearance_withdrawal.reason',
      'clearance_withdrawal.taken_back_at as at',
      'person.name as by',
    ])
    .where(sql<boolean>`clearance_withdrawal.version_id = any(${versionIds}::uuid[])`)
    .execute();
  return new Map(rows.map(({ versionId, ...taken }) => [versionId, taken]));
}

/** Null where the version was not cleared, or its clearance stands. */
export async function findClearanceTakenBack(
  connection: Connection,
  versionId: string,
): Promise<ClearanceTakenBack | null> {
  return (await listClearancesTakenBack(connection, [versionId])).get(versionId) ?? null;
}
