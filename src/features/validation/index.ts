import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { queryRoutes } from './query-routes.tsx';
import { validationRoutes } from './validation-routes.tsx';

/** What follows on signing an assessment: queries, replies and validation. */
export function returnReviewRoutes(app: FastifyInstance, context: AppContext): void {
  validationRoutes(app, context);
  queryRoutes(app, context);
}
