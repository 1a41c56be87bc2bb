export { attachPolls } from './attach-polls.ts';
export { pollingRoutes } from './polling-routes.ts';
