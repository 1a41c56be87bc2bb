import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { aboutRoutes } from './about/about-routes.tsx';
import { areaRoute } from './area/area-route.tsx';
import { compareRoute } from './compare/compare-route.tsx';
import { footprintRoute } from './footprint/footprint-route.tsx';
import { homeRoute } from './home/home-route.tsx';
import { footprintRoutes } from './lists/footprints-route.tsx';
import { organisationRoutes } from './lists/organisations-route.tsx';
import { organisationRoute } from './organisation/organisation-route.tsx';
import { findAreaRoute, searchRoute } from './search/search-route.tsx';

/** The pages that anybody sees, put together from what the features below know. */
export function publicSiteRoutes(app: FastifyInstance, context: AppContext): void {
  homeRoute(app, context);
  searchRoute(app, context);
  findAreaRoute(app, context);
  footprintRoutes(app, context);
  compareRoute(app, context);
  footprintRoute(app, context);
  organisationRoutes(app, context);
  organisationRoute(app, context);
  areaRoute(app, context);
  aboutRoutes(app, context);
}
