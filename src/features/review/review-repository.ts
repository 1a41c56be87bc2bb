import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { expectRows } from '../../platform/database/statements/affected-rows.ts';
import type { ReviewDates } from '../roadmap/index.ts';
import { storedLetter } from './letters/stored-letter.ts';
import type { CriterionRating, ReviewLetter, ReviewNotes, ReviewOutcome } from './review.ts';

/** A review as it is kept. People are given by name; null where no account stands behind it. */
export interface Review {
  readonly reviewId: string;
  readonly versionId: string;
  readonly startedAt: Date;
  readonly startedBy: string | null;
  readonly notes: ReviewNotes;
  /** How often the notes were saved. */
  readonly revision: number;
  readonly savedAt: Date;
  readonly savedBy: string | null;
  /** Null until the outcome is settled. */
  readonly decision: SettledOutcome | null;
}

/** An outcome, and the letter as it was sent. */
export interface SettledOutcome {
  readonly outcome: ReviewOutcome;
  readonly letter: ReviewLetter;
  readonly decidedAt: Date;
  readonly decidedBy: string | null;
}

interface ReviewRow extends Omit<Review, 'notes' | 'decision'> {
  readonly summary: string;
  readonly outcome: ReviewOutcome | null;
  readonly letter: unknown;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

function selectReviews(connection: Connection, versionIds: readonly string[]) {
  return connection
    .selectFrom('review')
    .leftJoin('person as starter', 'starter.id', 'review.started_by')
    .leftJoin('person as saver', 'saver.id', 'review.saved_by')
    .leftJoin('person as decider', 'decider.id', 'review.decided_by')
    .select([
      'review.review_id as reviewId',
      'review.version_id as versionId',
      'review.started_at as startedAt',
      'starter.name as startedBy',
      'review.summary',
      'review.revision',
      'review.saved_at as savedAt',
      'saver.name as savedBy',
      'review.outcome',
      'review.letter',
      'review.decided_at as decidedAt',
      'decider.name as decidedBy',
    ])
    .where(sql<boolean>`review.version_id = any(${versionIds}::uuid[])`)
    .$castTo<ReviewRow>();
}

/** The reviews of some versions, by version; those of which none was started are left out. */
export async function listReviews(
  connection: Connection,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, Review>> {
  const rows = await selectReviews(connection, versionIds).execute();
  const ratings = await listRatings(
    connection,
    rows.map(({ reviewId }) => reviewId),
  );
  return new Map(rows.map((row) => [row.versionId, reviewOfRow(row, ratings.get(row.reviewId) ?? [])]));
}

/** The review of a version; null where none was started. */
export async function findReview(connection: Connection, versionId: string): Promise<Review | null> {
  return (await listReviews(connection, [versionId])).get(versionId) ?? null;
}

/** As `findReview`, held until the transaction ends. */
export async function lockReview(trx: Connection, versionId: string): Promise<Review | null> {
  const row = await selectReviews(trx, [versionId]).forUpdate('review').executeTakeFirst();
  return row === undefined ? null : reviewOfRow(row, (await listRatings(trx, [row.reviewId])).get(row.reviewId) ?? []);
}

/** By review, in the order of the criteria. */
async function listRatings(
  connection: Connection,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, CriterionRating[]>> {
  const rows = await connection
    .selectFrom('review_rating')
    .select(['review_id', 'criterion_id as criterionId', 'rating_id as ratingId', 'comment'])
    .where(sql<boolean>`review_id = any(${reviewIds}::uuid[])`)
    .orderBy('criterion_id')
    .execute();
  const ofReview = Map.groupBy(rows, ({ review_id }) => review_id);
  return new Map(
    [...ofReview].map(([reviewId, own]) => [reviewId, own.map(({ review_id, ...rating }): CriterionRating => rating)]),
  );
}

function reviewOfRow(row: ReviewRow, ratings: CriterionRating[]): Review {
  const { summary, outcome, letter: stored, decidedAt, decidedBy, ...rest } = row;
  const letter = storedLetter.read(stored);
  const isSettled = outcome !== null && letter !== null && decidedAt !== null;
  return {
    ...rest,
    notes: { ratings, summary },
    decision: isSettled ? { outcome, letter, decidedAt, decidedBy } : null,
  };
}

export interface NewReview {
  readonly reviewId: string;
  readonly versionId: string;
  readonly startedAt: Date;
  readonly startedBy: string | null;
}

export async function insertReview(trx: Connection, review: NewReview): Promise<void> {
  const { reviewId, versionId, startedAt, startedBy } = review;
  await trx
    .insertInto('review')
    .values({
      review_id: reviewId,
      version_id: versionId,
      started_at: startedAt,
      started_by: startedBy,
      revision: 0,
      saved_at: startedAt,
      saved_by: startedBy,
    })
    .execute();
}

export interface NotesSave {
  readonly reviewId: string;
  readonly notes: ReviewNotes;
  readonly revision: number;
  readonly savedAt: Date;
  readonly savedBy: string | null;
}

/** Replaces summary and ratings as a whole; the words replaced stay in the audit trail. */
export async function updateNotes(trx: Connection, save: NotesSave): Promise<void> {
  const { reviewId, notes, revision, savedAt, savedBy } = save;
  const { numUpdatedRows } = await trx
    .updateTable('review')
    .set({ summary: notes.summary, revision, saved_at: savedAt, saved_by: savedBy })
    .where('review_id', '=', reviewId)
    .executeTakeFirst();
  expectRows('the notes of a review are saved', 1, numUpdatedRows);
  await trx.deleteFrom('review_rating').where('review_id', '=', reviewId).execute();
  const rows = notes.ratings.map(({ criterionId, ratingId, comment }) => {
    return { review_id: reviewId, criterion_id: criterionId, rating_id: ratingId, comment };
  });
  if (rows.length > 0) {
    await trx.insertInto('review_rating').values(rows).execute();
  }
}

export async function updateOutcome(
  trx: Connection,
  reviewId: string,
  { outcome, letter, decidedAt, decidedBy }: SettledOutcome,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('review')
    .set({ outcome, letter: storedLetter.write(letter), decided_at: decidedAt, decided_by: decidedBy })
    .where('review_id', '=', reviewId)
    .executeTakeFirst();
  expectRows('a review is settled', 1, numUpdatedRows);
}

/** When versions were taken up for review and what came of it: of these, or of all there are. */
export async function listReviewDates(
  connection: Connection,
  versionIds: readonly string[] | null = null,
): Promise<(ReviewDates & { readonly versionId: string })[]> {
  return connection
    .selectFrom('review')
    .leftJoin('clearance_withdrawal', 'clearance_withdrawal.version_id', 'review.version_id')
    .select([
      'review.version_id as versionId',
      'review.started_at as startedAt',
      'review.decided_at as decidedAt',
      'review.outcome',
      'clearance_withdrawal.taken_back_at as takenBackAt',
    ])
    .$if(versionIds !== null, (query) => query.where(sql<boolean>`review.version_id = any(${versionIds}::uuid[])`))
    .$castTo<ReviewDates & { readonly versionId: string }>()
    .execute();
}
