import type { AppContext } from '../../context.ts';
import type { Acting } from '../identity/index.ts';
import { lockVersion, moveVersion, type RoadmapVersionRow } from '../roadmap/index.ts';
import type { LetterFacts } from './letters/review-letter.ts';
import type { ReviewDecisionForm } from './parse-review-form.ts';
import { auditReview } from './review-audit.ts';
import { decideReview, type ReviewDecision } from './review-outcome.ts';
import { lockReview, updateOutcome } from './review-repository.ts';
import { alreadySettled, notStarted } from './save-review.ts';

export type SettleOutcome =
  | Extract<ReviewDecision, { kind: 'ok' }>
  | { readonly kind: 'blocked'; readonly blockers: Extract<ReviewDecision, { kind: 'refused' }>['blockers'] }
  /** The notes were saved again after the letter was read; nothing was sent. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface SettleReview extends ReviewDecisionForm {
  readonly versionId: string;
  readonly footprintName: string;
}

/**
 * Settles a review: clears the version or asks for changes, and keeps the letter with which the footprint is told. The
 * letter is formed from the very notes that were previewed.
 */
export function settleReview(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  command: SettleReview,
  by: Acting,
): Promise<SettleOutcome> {
  const { versionId, footprintName, outcome, revision } = command;
  return database.transaction().execute(async (transaction): Promise<SettleOutcome> => {
    const version = await lockVersion(transaction, versionId);
    const review = await lockReview(transaction, versionId);
    if (review === null || review.decision !== null) {
      return { kind: 'refused', reason: review === null ? notStarted : alreadySettled };
    }
    if (review.revision !== revision) {
      return { kind: 'conflict' };
    }
    const decision = decideReview(pack, review.notes, outcome, letterFacts(version, footprintName));
    if (decision.kind === 'refused') {
      return { kind: 'blocked', blockers: decision.blockers };
    }
    const action = outcome === 'cleared' ? ({ kind: 'clear' } as const) : ({ kind: 'request-changes' } as const);
    const facts = { blockerCount: 0, at: by.at, personId: by.personId };
    const moved = await moveVersion(transaction, versionId, action, facts);
    if (moved.kind === 'refused') {
      return moved;
    }
    const { letter } = decision;
    await updateOutcome(transaction, review.reviewId, { outcome, letter, decidedAt: by.at, decidedBy: by.personId });
    await auditReview(transaction, version, 'review.decide', by, { outcome, revision, letter });
    return decision;
  });
}

/** What the letter about a version says of it. */
export function letterFacts(version: RoadmapVersionRow, footprintName: string): LetterFacts {
  const { number, digest, illustrative } = version;
  // A version that can be reviewed has been frozen.
  return { footprintName, versionNumber: number, digest: digest ?? '', illustrative };
}
