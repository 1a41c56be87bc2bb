export { publicSiteRoutes } from './public-site-routes.tsx';
