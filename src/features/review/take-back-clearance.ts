import type { AppContext } from '../../context.ts';
import type { Acting } from '../identity/index.ts';
import { moveVersion } from '../roadmap/index.ts';
import { insertClearanceTakenBack } from './clearance-repository.ts';
import { auditReview } from './review-audit.ts';

export type TakeBackOutcome = { readonly kind: 'ok' } | { readonly kind: 'refused'; readonly reason: string };

/**
 * The regional team takes back the clearance of a version that is not published yet: changes are requested, for the reason given. The
 * letter of clearance stays as it was sent; the answer is a new version.
 */
export function takeBackClearance(
  { database }: Pick<AppContext, 'database'>,
  { versionId, reason }: { readonly versionId: string; readonly reason: string },
  by: Acting,
): Promise<TakeBackOutcome> {
  return database.transaction().execute(async (transaction): Promise<TakeBackOutcome> => {
    const { at, personId } = by;
    const action = { kind: 'take-back-clearance', reason } as const;
    const moved = await moveVersion(transaction, versionId, action, { blockerCount: 0, at, personId });
    if (moved.kind === 'refused') {
      return moved;
    }
    await insertClearanceTakenBack(transaction, { versionId, reason, at, personId });
    await auditReview(transaction, moved.version, 'review.take-back-clearance', by, { reason });
    return { kind: 'ok' };
  });
}
