export { roadmapFileRoutes } from './roadmap-file-routes.tsx';
