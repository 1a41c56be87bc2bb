export { attachPersonaStrip } from './attach-persona-strip.ts';
export { readPersonaTasks } from './read-persona-tasks.ts';
export { workspaceRoutes } from './workspace-routes.tsx';
