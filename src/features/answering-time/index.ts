export { answeringTimeRoutes } from './answering-time-routes.tsx';
