export { workspaceRoutes } from './workspace-routes.tsx';
