import { dayOf } from '../../../platform/days.ts';
import type { VersionState } from './version-state.ts';

/** When the regional team took up a version and what it decided; nulls while it has not. */
export interface ReviewDates {
  readonly startedAt: Date;
  readonly decidedAt: Date | null;
  readonly outcome: 'cleared' | 'changes-requested' | null;
  /** When the team took its clearance back. */
  readonly takenBackAt: Date | null;
}

/** When a version took its steps; null for a step not taken. */
export interface VersionDates {
  readonly state: VersionState;
  readonly createdAt: Date;
  /** Of the document that stands; earlier ones are in `withdrawn`. */
  readonly frozenAt: Date | null;
  readonly withdrawn: readonly { readonly frozenAt: Date; readonly withdrawnAt: Date }[];
  readonly submittedAt: Date | null;
  /** Null before its review. */
  readonly review: ReviewDates | null;
  readonly publishedAt: Date | null;
}

/** The state of a version at the end of a day; null before it was begun. `day` null asks for the state now. */
export function versionStateOn(version: VersionDates, day: string | null): VersionState | null {
  if (day === null) {
    return version.state;
  }
  const isDone = (at: Date | null) => at !== null && dayOf(at) <= day;
  if (!isDone(version.createdAt)) {
    return null;
  }
  if (isDone(version.publishedAt)) {
    return 'published';
  }
  if (isDone(version.submittedAt)) {
    return reviewStateOn(version.review, isDone);
  }
  const wasOut = version.withdrawn.some(({ frozenAt, withdrawnAt }) => isDone(frozenAt) && !isDone(withdrawnAt));
  return isDone(version.frozenAt) || wasOut ? 'endorsement' : 'draft';
}

function reviewStateOn(review: ReviewDates | null, isDone: (at: Date | null) => boolean): VersionState {
  if (review === null || !isDone(review.startedAt)) {
    return 'submitted';
  }
  if (review.outcome === null || !isDone(review.decidedAt)) {
    return 'under-review';
  }
  return isDone(review.takenBackAt) ? 'changes-requested' : review.outcome;
}
