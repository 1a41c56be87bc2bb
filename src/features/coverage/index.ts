export { coverageRoutes } from './coverage-routes.tsx';
