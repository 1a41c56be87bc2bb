import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import type { Changes } from '../../platform/database/change-listener.ts';
import { sectionRoutes } from './answering/section-routes.tsx';
import { assignmentRoutes } from './assigning/assignment-routes.tsx';
import { documentRoutes } from './documents/document-routes.tsx';
import { evidenceRoutes } from './evidence/evidence-routes.tsx';
import { groupRoutes } from './group/group-routes.tsx';
import { previewRoutes } from './instruments/preview/preview-routes.tsx';
import { keptSpreads } from './scoring/read-spreads.ts';
import { senseCheckRoutes } from './sense-checks/sense-check-routes.tsx';
import { settingsRoutes } from './settings/settings-routes.tsx';
import { authorisationRoutes } from './signing/authorisation-routes.tsx';
import { signRoutes } from './signing/sign-routes.tsx';
import { taskListRoutes } from './task-list-routes.tsx';

/** The working pages of a self-assessment and the previews of what it asks, all behind sign-in. */
export function assessmentRoutes(app: FastifyInstance, context: AppContext, changes: Changes): void {
  const beside = { ...context, readSpreads: keptSpreads(context.database, changes) };
  taskListRoutes(app, beside);
  settingsRoutes(app, context);
  groupRoutes(app, context);
  assignmentRoutes(app, context);
  sectionRoutes(app, context);
  senseCheckRoutes(app, beside);
  evidenceRoutes(app, context);
  authorisationRoutes(app, beside);
  signRoutes(app, beside);
  documentRoutes(app, context);
  previewRoutes(app, context);
}
