export { publicReads } from './public-reads.tsx';
export { publicSiteRoutes } from './public-site-routes.tsx';
