export { insightRoutes } from './insight-routes.tsx';
