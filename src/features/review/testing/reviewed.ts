import type { ProgrammePack } from '../../programme/index.ts';
import { later, submittedVersion, type Wolverhampton } from '../../roadmap/testing/wolverhampton.ts';
import { commentField, type ReviewForm, ratingField } from '../parse-review-form.ts';
import type { CriterionRating, ReviewOutcome } from '../review.ts';
import { saveReview } from '../save-review.ts';
import { settleReview } from '../settle-review.ts';
import { startReview } from '../start-review.ts';

/* Ratings and words are made up. */

/** Notes in which every criterion has the same rating, but for what a test is about. */
export function notesOf(
  pack: ProgrammePack,
  changes: Partial<Record<string, Partial<CriterionRating>>> = {},
  revision = 0,
): ReviewForm {
  const ratings = pack.reviewCriteria.map(({ id }) => {
    return { criterionId: id, ratingId: 'met', comment: '', ...changes[id] };
  });
  return { ratings, summary: 'A sound roadmap.', revision, draftRevision: 0 };
}

/** The same notes as a browser would send them. */
export function formOf({ ratings, summary, revision }: ReviewForm): Record<string, string> {
  return Object.fromEntries([
    ...ratings.map(({ criterionId, ratingId }) => [ratingField(criterionId), ratingId ?? '']),
    ...ratings.map(({ criterionId, comment }) => [commentField(criterionId), comment]),
    ['summary', summary],
    ['revision', String(revision)],
  ]);
}

/** A submitted version that is under review; nothing is rated yet. */
export async function startedReview(place: Wolverhampton): Promise<{ versionId: string; digest: string }> {
  const submitted = await submittedVersion(place);
  const outcome = await startReview(place.context, submitted.versionId, later(place.by, 4));
  if (outcome.kind !== 'ok') {
    throw new Error(`Could not start the review: ${JSON.stringify(outcome)}`);
  }
  return submitted;
}

/** Rates every criterion and settles the review of a version that is under review. */
export async function settle(
  place: Wolverhampton,
  versionId: string,
  outcome: ReviewOutcome,
  changes: Parameters<typeof notesOf>[1] = {},
) {
  await saveReview(place.context, versionId, notesOf(place.context.pack, changes), later(place.by, 5));
  const command = { versionId, footprintName: place.footprint.name, outcome, revision: 1 };
  return settleReview(place.context, command, later(place.by, 6));
}

/** A version that may be published. */
export async function clearedVersion(place: Wolverhampton): Promise<{ versionId: string; digest: string }> {
  const started = await startedReview(place);
  const outcome = await settle(place, started.versionId, 'cleared');
  if (outcome.kind !== 'ok') {
    throw new Error(`Could not clear: ${JSON.stringify(outcome)}`);
  }
  return started;
}
