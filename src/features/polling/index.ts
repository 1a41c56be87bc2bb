export { attachPolls } from './attach-polls.ts';
export { pollingRoutes } from './polling-routes.ts';
export { surveyTitle } from './polls-here.ts';
