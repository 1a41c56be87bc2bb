import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { areaRoute } from './area-route.tsx';
import { compareRoute } from './compare-route.tsx';
import { type DirectoryReads, noOtherReads } from './directory-reads.ts';
import { footprintRoute } from './footprint-route.tsx';
import { footprintRoutes } from './footprint-routes.tsx';
import { homeRoute } from './home-route.tsx';
import { organisationRoute } from './organisation-route.tsx';
import { organisationRoutes } from './organisation-routes.tsx';
import { findAreaRoute, searchRoute } from './search-route.tsx';
import { changesRoutes } from './timeline/changes-routes.tsx';

/** The public pages of who is where. What other features know of a place comes in through `reads`. */
export function directoryRoutes(app: FastifyInstance, context: AppContext, reads: DirectoryReads = noOtherReads): void {
  homeRoute(app, context, reads);
  searchRoute(app, context, reads);
  findAreaRoute(app, context);
  footprintRoutes(app, context, reads);
  compareRoute(app, context, reads);
  footprintRoute(app, context, reads);
  organisationRoutes(app, context);
  organisationRoute(app, context, reads);
  changesRoutes(app, context);
  areaRoute(app, context, reads);
}
