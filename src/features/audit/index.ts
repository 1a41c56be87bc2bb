export { countChains } from './audit-list-repository.ts';
export { auditRoutes } from './audit-routes.tsx';
