import type { Connection } from '../../../platform/database/database.ts';
import { listVersions } from '../../roadmap/index.ts';
import { type ClearanceTakenBack, listClearancesTakenBack } from '../clearance-repository.ts';
import { listReviews, type SettledOutcome } from '../review-repository.ts';

export interface SettledReview {
  /** Of the version. */
  readonly number: number;
  readonly illustrative: boolean;
  readonly settled: SettledOutcome;
  /** Null where the version was not cleared, or its clearance stands. */
  readonly takenBack: ClearanceTakenBack | null;
}

/** The settled reviews of a footprint's versions with their letters, newest first. */
export async function listLetters(connection: Connection, footprintId: string): Promise<SettledReview[]> {
  const versions = await listVersions(connection, footprintId);
  const versionIds = versions.map(({ versionId }) => versionId);
  const [reviews, takenBack] = await Promise.all([
    listReviews(connection, versionIds),
    listClearancesTakenBack(connection, versionIds),
  ]);
  return versions.flatMap(({ versionId, number, illustrative }) => {
    const settled = reviews.get(versionId)?.decision ?? null;
    return settled === null ? [] : [{ number, illustrative, settled, takenBack: takenBack.get(versionId) ?? null }];
  });
}
