export type { LetterBlock, LetterPoint, ReviewLetter, ReviewNotes, ReviewOutcome } from './review.ts';
export { listReviewDates } from './review-repository.ts';
export { reviewRoutes } from './review-routes.tsx';
export { type SaveReviewOutcome, saveReview } from './save-review.ts';
export { type SettleOutcome, type SettleReview, settleReview } from './settle-review.ts';
export { type StartOutcome, startReview } from './start-review.ts';
