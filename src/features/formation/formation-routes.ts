import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { decisionRoutes } from './decisions/decision-routes.tsx';
import { stepRoutes } from './forms/step-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { overviewRoutes } from './overview-routes.tsx';
import { organisationRoutes } from './writing/organisation-routes.tsx';
import { pageRoutes } from './writing/page-routes.tsx';

/** How footprints come about and change: proposal, form, endorsement by commissioners and region. */
export function formationRoutes(app: FastifyInstance, context: AppContext): void {
  listRoutes(app, context);
  overviewRoutes(app, context);
  pageRoutes(app, context);
  organisationRoutes(app, context);
  stepRoutes(app, context);
  decisionRoutes(app, context);
}
