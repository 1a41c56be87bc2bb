import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { agreementRoutes } from './agreement-routes.tsx';
import { eachKind } from './content/content-kinds.ts';
import { endorseRoutes } from './endorse-routes.tsx';
import { freezeRoutes } from './freeze-routes.tsx';
import { historyRoutes } from './history-routes.tsx';
import { newVersionRoutes } from './new-version-routes.tsx';
import { overviewRoutes } from './overview-routes.tsx';
import { readVersionRoutes } from './read-version-routes.tsx';
import { returnToDraftRoutes } from './return-to-draft-routes.tsx';
import { submitRoutes } from './submit-routes.tsx';

/** The working pages of a roadmap, from its first word to its submission. */
export function roadmapRoutes(app: FastifyInstance, context: AppContext): void {
  overviewRoutes(app, context);
  eachKind(({ routes }) => routes(app, context));
  historyRoutes(app, context);
  freezeRoutes(app, context);
  returnToDraftRoutes(app, context);
  agreementRoutes(app, context);
  endorseRoutes(app, context);
  submitRoutes(app, context);
  readVersionRoutes(app, context);
  newVersionRoutes(app, context);
}
