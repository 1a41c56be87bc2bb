import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { sectionRoutes } from './answering/section-routes.tsx';
import { assignmentRoutes } from './assigning/assignment-routes.tsx';
import { documentRoutes } from './documents/document-routes.tsx';
import { evidenceRoutes } from './evidence/evidence-routes.tsx';
import { groupRoutes } from './group/group-routes.tsx';
import { previewRoutes } from './instruments/preview/preview-routes.tsx';
import { senseCheckRoutes } from './sense-checks/sense-check-routes.tsx';
import { settingsRoutes } from './settings/settings-routes.tsx';
import { authorisationRoutes } from './signing/authorisation-routes.tsx';
import { signRoutes } from './signing/sign-routes.tsx';
import { taskListRoutes } from './task-list-routes.tsx';

/** The working pages of a self-assessment and the previews of what it asks, all behind sign-in. */
export function assessmentRoutes(app: FastifyInstance, context: AppContext): void {
  taskListRoutes(app, context);
  settingsRoutes(app, context);
  groupRoutes(app, context);
  assignmentRoutes(app, context);
  sectionRoutes(app, context);
  senseCheckRoutes(app, context);
  evidenceRoutes(app, context);
  authorisationRoutes(app, context);
  signRoutes(app, context);
  documentRoutes(app, context);
  previewRoutes(app, context);
}
