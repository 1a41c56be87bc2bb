import type { Connection } from '../../../platform/database/database.ts';
import { type RoadmapDocument, storedWithdrawnDocument } from '../documents/frozen-document.ts';

/** A document that was put before the members and taken back to draft. */
export interface Withdrawal {
  readonly versionNumber: number;
  readonly digest: string;
  readonly document: RoadmapDocument;
  readonly frozenAt: Date;
  readonly withdrawnAt: Date;
  readonly withdrawnBy: string | null;
  readonly reason: string;
}

/** The withdrawals of every version of a roadmap, oldest first. */
export async function listWithdrawals(connection: Connection, roadmapId: string): Promise<Withdrawal[]> {
  const rows = await connection
    .selectFrom('withdrawn_document')
    .innerJoin('roadmap_version', 'roadmap_version.version_id', 'withdrawn_document.version_id')
    .leftJoin('person', 'person.id', 'withdrawn_document.withdrawn_by')
    .select([
      'roadmap_version.number as versionNumber',
      'withdrawn_document.digest',
      'withdrawn_document.document',
      'withdrawn_document.frozen_at as frozenAt',
      'withdrawn_document.withdrawn_at as withdrawnAt',
      'person.name as withdrawnBy',
      'withdrawn_document.reason',
    ])
    .where('roadmap_version.roadmap_id', '=', roadmapId)
    .orderBy('withdrawn_document.withdrawn_at')
    .execute();
  return rows.map((row) => ({ ...row, document: storedWithdrawnDocument.read(row.document) }));
}

/** Keeps the frozen document of a version before it is taken off it. */
export async function insertWithdrawal(
  transaction: Connection,
  withdrawal: { versionId: string; reason: string; at: Date; by: string | null },
): Promise<void> {
  await transaction
    .insertInto('withdrawn_document')
    .columns(['version_id', 'digest', 'document', 'frozen_at', 'frozen_by', 'withdrawn_at', 'withdrawn_by', 'reason'])
    .expression((builder) =>
      builder
        .selectFrom('roadmap_version')
        .select((value) => [
          'roadmap_version.version_id',
          'roadmap_version.digest',
          'roadmap_version.document',
          'roadmap_version.frozen_at',
          'roadmap_version.frozen_by',
          value.val(withdrawal.at).as('withdrawn_at'),
          value.val(withdrawal.by).as('withdrawn_by'),
          value.val(withdrawal.reason).as('reason'),
        ])
        .where('roadmap_version.version_id', '=', withdrawal.versionId),
    )
    .execute();
}
