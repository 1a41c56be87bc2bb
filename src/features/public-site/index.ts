export { publicReads } from './public-reads.tsx';
export { type DirectoryReads, type FootprintStage, footprintStages } from './public-site-reads.ts';
export { publicSiteRoutes } from './public-site-routes.tsx';
