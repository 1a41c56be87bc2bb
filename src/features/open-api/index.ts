export { openApiRoutes } from './open-api-routes.tsx';
