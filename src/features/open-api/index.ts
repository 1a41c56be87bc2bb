export type { OpenApiReads } from './open-api-reads.ts';
export { openApiRoutes } from './open-api-routes.tsx';
