export { attachPersonaStrip } from './attach-persona-strip.ts';
export { workspaceRoutes } from './workspace-routes.tsx';
