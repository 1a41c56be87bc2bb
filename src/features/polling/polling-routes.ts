import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { openPollRoutes } from './open-poll-routes.tsx';
import { openSurveyRoutes } from './open-survey-routes.tsx';
import { pollRoutes } from './poll-routes.tsx';
import { voteRoutes } from './vote-routes.tsx';

/** Asking colleagues, and what they answer. */
export function pollingRoutes(app: FastifyInstance, context: AppContext): void {
  pollRoutes(app, context);
  openPollRoutes(app, context);
  openSurveyRoutes(app, context);
  voteRoutes(app, context);
}
