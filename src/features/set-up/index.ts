export { readSetUp } from './read-set-up.ts';
export { setUpRoutes } from './set-up-routes.tsx';
