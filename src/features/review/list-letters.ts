import type { Connection } from '../../platform/database/database.ts';
import { listVersions } from '../roadmap/index.ts';
import { type ClearanceTakenBack, findClearanceTakenBack } from './clearance-repository.ts';
import { findReview, type SettledOutcome } from './review-repository.ts';

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
  const letters: SettledReview[] = [];
  for (const { versionId, number, illustrative } of await listVersions(connection, footprintId)) {
    const settled = (await findReview(connection, versionId))?.decision ?? null;
    if (settled !== null) {
      letters.push({ number, illustrative, settled, takenBack: await findClearanceTakenBack(connection, versionId) });
    }
  }
  return letters;
}
