import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { areaRoute } from './area/area-route.tsx';
import { compareRoute } from './compare/compare-route.tsx';
import { footprintRoute } from './footprint/footprint-route.tsx';
import { homeRoute } from './home/home-route.tsx';
import { footprintRoutes } from './lists/footprints-route.tsx';
import { organisationRoutes } from './lists/organisations-route.tsx';
import { organisationRoute } from './organisation/organisation-route.tsx';
import type { DirectoryReads } from './public-site-reads.ts';
import { findAreaRoute, searchRoute } from './search/search-route.tsx';

/** The pages that anybody sees, put together from what the features below know. */
export function publicSiteRoutes(app: FastifyInstance, context: AppContext, reads: DirectoryReads): void {
  homeRoute(app, context, reads);
  searchRoute(app, context, reads);
  findAreaRoute(app, context);
  footprintRoutes(app, context, reads);
  compareRoute(app, context, reads);
  footprintRoute(app, context, reads);
  organisationRoutes(app, context);
  organisationRoute(app, context, reads);
  areaRoute(app, context, reads);
}
