import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { areaRoute } from './area-route.tsx';
import { type DirectoryReads, noOtherReads } from './directory-reads.ts';
import { footprintRoutes } from './footprint-routes.tsx';
import { homeRoute } from './home-route.tsx';
import { organisationRoutes } from './organisation-routes.tsx';
import { searchRoute } from './search-route.tsx';

/** The public pages of who is where. What other features know of a place comes in through `reads`. */
export function directoryRoutes(app: FastifyInstance, context: AppContext, reads: DirectoryReads = noOtherReads): void {
  homeRoute(app, context, reads);
  searchRoute(app, context, reads);
  footprintRoutes(app, context, reads);
  organisationRoutes(app, context, reads);
  areaRoute(app, context, reads);
}
