import type { FastifyInstance } from 'fastify';
import type { AppContext } from './context.ts';
import { answeringTimeRoutes } from './features/answering-time/index.ts';
import { assessmentRoutes, countAssessmentWork, readWhetherBegun } from './features/assessment/index.ts';
import { auditRoutes } from './features/audit/index.ts';
import { contactRoutes } from './features/contact/index.ts';
import { coverageRoutes } from './features/coverage/index.ts';
import { importRoutes } from './features/directory-import/index.ts';
import { exemplarRoutes } from './features/exemplar/index.ts';
import { formationRoutes } from './features/formation/index.ts';
import { changesRoutes } from './features/history/index.ts';
import { insightRoutes } from './features/insight/index.ts';
import { instrumentRoutes, questionnaireRoutes } from './features/instruments/index.ts';
import { moderationRoutes } from './features/moderation/index.ts';
import { attachNotices, choiceRoutes, letterRoutes } from './features/notices/index.ts';
import { officialResultsRoutes, releaseRoutes, resultsFiles } from './features/official-results/index.ts';
import { openApiRoutes } from './features/open-api/index.ts';
import { organisationReportRoutes } from './features/organisation-report/index.ts';
import { peopleRoutes } from './features/people/index.ts';
import { attachPolls, pollingRoutes } from './features/polling/index.ts';
import { noteRoutes } from './features/private-notes/index.ts';
import { publicSiteRoutes } from './features/public-site/index.ts';
import { publicationRoutes } from './features/publication/index.ts';
import { returnFileRoutes } from './features/return-files/index.ts';
import { reviewRoutes } from './features/review/index.ts';
import { countPlanningWork, hasRoadmapsIn, roadmapRoutes } from './features/roadmap/index.ts';
import { roadmapFileRoutes } from './features/roadmap-files/index.ts';
import { roundRoutes } from './features/rounds/index.ts';
import { serviceSettingsRoutes } from './features/service-settings/index.ts';
import { setUpRoutes } from './features/set-up/index.ts';
import { successionRoutes } from './features/succession/index.ts';
import { returnReviewRoutes } from './features/validation/index.ts';
import { workspaceRoutes } from './features/workspace/index.ts';
import type { Changes } from './platform/database/change-listener.ts';
import { today } from './platform/days.ts';
import { healthRoutes } from './platform/http/health-routes.ts';

/** Every feature's routes, in one list. */
export function registerRoutes(app: FastifyInstance, context: AppContext, changes: Changes): void {
  healthRoutes(app, context.database);
  publicSiteRoutes(app, context);
  changesRoutes(app, context);
  const files = importRoutes(app, context, [resultsFiles]);
  // Rounds lie below what is done in them, and ask by this whether anything is, and how much.
  roundRoutes(app, context, {
    isRoundUsed: async (connection, roundId) =>
      (await readWhetherBegun(connection, roundId)) || (await hasRoadmapsIn(connection, roundId)),
    countWork: (connection, round) =>
      round.kind === 'assessment'
        ? countAssessmentWork(connection, context.pack, round)
        : countPlanningWork(connection, context.pack, round, today(context.clock)),
  });
  instrumentRoutes(app, context);
  questionnaireRoutes(app, context);
  assessmentRoutes(app, context, changes);
  noteRoutes(app, context);
  returnFileRoutes(app, context);
  pollingRoutes(app, context);
  organisationReportRoutes(app, context, changes);
  returnReviewRoutes(app, context);
  moderationRoutes(app, context);
  openApiRoutes(app, context);
  exemplarRoutes(app, context);
  contactRoutes(app, context);
  officialResultsRoutes(app, context);
  releaseRoutes(app, context, files);
  insightRoutes(app, context);
  formationRoutes(app, context);
  roadmapRoutes(app, context);
  reviewRoutes(app, context);
  publicationRoutes(app, context);
  roadmapFileRoutes(app, context);
  successionRoutes(app, context);
  auditRoutes(app, context);
  // Roles begin and end with the sessions of those who hold them.
  peopleRoutes(app, { ...context, clock: context.realClock });
  setUpRoutes(app, context);
  serviceSettingsRoutes(app, context);
  coverageRoutes(app, context);
  answeringTimeRoutes(app, context);
  workspaceRoutes(app, context);
  choiceRoutes(app, context);
  letterRoutes(app, context);
  attachNotices(app, context);
  attachPolls(app, context);
}
