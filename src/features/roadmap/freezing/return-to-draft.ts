import type { Acting } from '../../identity/index.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { lockCurrentVersion } from '../versions/version-repository.ts';
import { otherVersion } from './freeze-version.ts';
import { type WithdrawOutcome, withdrawDocument } from './withdraw-document.ts';

export interface ReturnToDraft {
  readonly footprintId: string;
  readonly versionNumber: number;
  /** Read by every organisation whose endorsement lapses. */
  readonly reason: string;
}

export type ReturnOutcome = WithdrawOutcome;

/** Opens a frozen version for changes again. Its endorsements lapse; the document they were given on stays readable. */
export function returnToDraft(
  { database }: Pick<RoadmapContext, 'database'>,
  { footprintId, versionNumber, reason }: ReturnToDraft,
  by: Acting,
): Promise<ReturnOutcome> {
  return database.transaction().execute(async (transaction): Promise<ReturnOutcome> => {
    const version = await lockCurrentVersion(transaction, footprintId);
    if (version === null || version.number !== versionNumber) {
      return otherVersion(versionNumber);
    }
    return withdrawDocument(transaction, version, reason, by);
  });
}
