export { insightRoutes } from './insight-routes.tsx';
export { dueUnrecorded } from './unrecorded.ts';
