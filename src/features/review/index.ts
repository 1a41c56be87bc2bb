export { listReviewDates } from './review-repository.ts';
export { reviewRoutes } from './review-routes.tsx';
export { saveReview } from './save-review.ts';
export { settleReview } from './settle-review.ts';
export { startReview } from './start-review.ts';
