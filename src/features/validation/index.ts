import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { queryRoutes } from './query-routes.tsx';
import { reopenRoutes } from './reopen-routes.tsx';
import { returnsRoutes } from './returns-routes.tsx';
import { validationRoutes } from './validation-routes.tsx';

export type { SignedReturn } from './hold-return.ts';
export { listQueryPlaces, type QueryPlace } from './list-query-places.ts';
export { listReturns } from './list-returns.ts';
export { openQuery } from './open-query.ts';
export { listSignedReturns } from './signed-returns-repository.ts';
export { writeInQuery } from './write-in-query.ts';

/** What follows on signing an assessment: queries, replies, validation and opening it again. */
export function returnReviewRoutes(app: FastifyInstance, context: AppContext): void {
  returnsRoutes(app, context);
  validationRoutes(app, context);
  queryRoutes(app, context);
  reopenRoutes(app, context);
}
