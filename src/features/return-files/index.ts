export { returnFileRoutes } from './return-file-routes.tsx';
