import type { FastifyInstance } from 'fastify';
import type { AppContext } from './context.ts';
import { healthRoutes } from './platform/http/health-routes.ts';

/** Every feature's routes, in one list. */
export function registerRoutes(app: FastifyInstance, context: AppContext): void {
  healthRoutes(app, context.database);
}
