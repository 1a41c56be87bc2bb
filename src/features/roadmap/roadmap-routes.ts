import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { eachKind } from './content/content-kinds.ts';
import { differenceRoutes } from './difference/difference-routes.tsx';
import { documentPageRoutes } from './document-pages.tsx';
import { historyRoutes } from './drafts/history-routes.tsx';
import { agreementRoutes } from './endorsement/agreement-routes.tsx';
import { endorseRoutes } from './endorsement/endorse-routes.tsx';
import { freezeRoutes } from './freezing/freeze-routes.tsx';
import { returnToDraftRoutes } from './freezing/return-to-draft-routes.tsx';
import { overviewRoutes } from './overview-routes.tsx';
import { submitRoutes } from './submission/submit-routes.tsx';
import { newVersionRoutes } from './versions/new-version-routes.tsx';
import { readVersionRoutes } from './versions/read-version-routes.tsx';

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
  documentPageRoutes(app, context);
  differenceRoutes(app, context);
  newVersionRoutes(app, context);
}
