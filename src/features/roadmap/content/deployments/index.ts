import { paths } from '../../../../paths.ts';
import { type ContentKind, savedByRow } from '../content-kind.ts';
import { checkDeployments } from './check-deployments.ts';
import { type Deployment, deploymentSaves, inOrder } from './deployment.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { deploymentWording } from './deployment-words.ts';
import { arrangeDeployments, deploymentsSection, deploymentsStandIn } from './deployments-section.ts';
import { deploymentsTables } from './deployments-tables.ts';
import { deploymentsTask } from './deployments-task.ts';
import { illustrateDeployments } from './illustrate-deployments.ts';
import { BoardSchedule } from './views/board-schedule.tsx';
import { DocumentDeployments, MemberDeployments } from './views/document-deployments.tsx';

const pageOfDeployment = (slug: string, id: string) => paths.roadmapContent(slug, 'deployments', id);

/** What goes live where and when. */
export const deploymentsKind: ContentKind<Deployment, readonly Deployment[]> = {
  ...deploymentSaves,
  ...savedByRow(({ id }: Deployment) => id),
  gather: inOrder,
  arrange: arrangeDeployments,
  amongMembers: (rows, isMember) =>
    rows.map((row) => ({ ...row, organisationIds: row.organisationIds.filter(isMember) })),
  titleOf: (id, row) => row?.title ?? id,
  wordingOf: deploymentWording,
  check: checkDeployments,
  findingPages: {
    'deployment-stranger': pageOfDeployment,
    'deployment-dependency': pageOfDeployment,
    'deployment-money-without-source': pageOfDeployment,
    'deployment-without-money': pageOfDeployment,
    'deployment-year-without-money': pageOfDeployment,
  },
  section: deploymentsSection,
  table: { askedAs: null, standsIn: deploymentsStandIn, task: deploymentsTask, Reading: DocumentDeployments },
  files: deploymentsTables,
  board: BoardSchedule,
  OfMember: MemberDeployments,
  illustrate: illustrateDeployments,
  routes: deploymentRoutes,
};
