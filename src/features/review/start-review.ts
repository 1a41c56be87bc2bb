import type { AppContext } from '../../context.ts';
import type { Acting } from '../identity/index.ts';
import { moveVersion } from '../roadmap/index.ts';
import { auditReview } from './review-audit.ts';
import { findReview, insertReview } from './review-repository.ts';

export type StartOutcome =
  | { readonly kind: 'ok' }
  /** Somebody else took it up first. */
  | { readonly kind: 'there-already' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Takes a submitted version into review. From here on the regional team's words about it are kept. */
export function startReview(
  { database, newId }: Pick<AppContext, 'database' | 'newId'>,
  versionId: string,
  by: Acting,
): Promise<StartOutcome> {
  return database.transaction().execute(async (transaction): Promise<StartOutcome> => {
    const facts = { blockerCount: 0, at: by.at, personId: by.personId };
    const moved = await moveVersion(transaction, versionId, { kind: 'start-review' }, facts);
    if (moved.kind === 'refused') {
      const review = await findReview(transaction, versionId);
      return review === null ? moved : { kind: 'there-already' };
    }
    await insertReview(transaction, { reviewId: newId(), versionId, startedAt: by.at, startedBy: by.personId });
    await auditReview(transaction, moved.version, 'review.start', by);
    return { kind: 'ok' };
  });
}
