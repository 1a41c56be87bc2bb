import { paths } from '../../../../paths.ts';
import { type CheckResult, finding } from '../../../../platform/check-result.ts';
import { countOf } from '../../../../views/format.ts';
import type { Task } from '../../../../views/task-list.tsx';
import type { RoadmapPart } from '../../../programme/index.ts';
import type { RoadmapPack } from '../../roadmap.ts';
import {
  type ContentCheckInput,
  type ContentKind,
  compare,
  type FreezeFacts,
  refuseUnknown,
  savedByRow,
  type TaskFacts,
  visibilityOfTable,
} from '../content-kind.ts';
import { hintOf, latestOf, taskStates } from '../task-words.ts';
import {
  type Deployment,
  type DocumentDeployment,
  deploymentSaves,
  deploymentsReader,
  deploymentWording,
  inOrder,
} from './deployment.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { illustrateDeployments } from './illustrate-deployments.ts';
import { DocumentDeployments } from './views/document-deployments.tsx';

type Rows = readonly Deployment[];

const title = 'Capability deployment schedule';
const standsIn = ({ kind }: RoadmapPart) => kind === 'capabilities';
const { spread } = savedByRow(({ id }: Deployment) => id);

/** What goes live where and when. */
export const deploymentsKind: ContentKind<Deployment, Rows> = {
  ...deploymentSaves,
  gather: inOrder,
  spread,
  arrange: (rows, pack) => rows.map((row) => arrangeRow(row, pack)).sort((a, b) => compare(a.id, b.id)),
  amongMembers: (rows, isMember) =>
    rows.map((row) => ({ ...row, organisationIds: row.organisationIds.filter(isMember) })),
  titleOf: (id, row) => row?.title ?? id,
  wordingOf: deploymentWording,
  check: checkDeployments,
  findingPages: { 'deployment-stranger': (slug, id) => paths.roadmapContent(slug, 'deployments', id) },
  section: {
    ...deploymentsReader,
    plan: (pack) => [{ id: 'deployments', title, visibility: visibilityOfTable(pack, standsIn, 'public') }],
    hold: (rows, facts) => [{ id: 'deployments', content: { deployments: rows.map((row) => byCode(row, facts)) } }],
  },
  table: { standsIn, task: deploymentsTask, Reading: DocumentDeployments },
  illustrate: illustrateDeployments,
  routes: deploymentRoutes,
};

function arrangeRow(row: Deployment, pack: RoadmapPack): Deployment {
  const supports = row.supports.map((id) => ({ id }));
  refuseUnknown('capability group', [row], 'groupId', pack.capabilityGroups);
  refuseUnknown('deployment year', [row], 'yearId', pack.roadmapTemplate.deploymentYears);
  refuseUnknown('universal capability', supports, 'id', pack.universalCapabilities);
  return {
    ...row,
    organisationIds: [...new Set(row.organisationIds)].sort(),
    supports: [...new Set(row.supports)].sort(),
  };
}

function byCode({ organisationIds, ...row }: Deployment, { codeOf }: FreezeFacts): DocumentDeployment {
  return { ...row, organisationCodes: organisationIds.map(codeOf).sort() };
}

/** A deployment of an organisation that is no longer a member is a blocker. */
function checkDeployments(rows: Rows, { members }: ContentCheckInput): CheckResult {
  const isMember = (id: string) => members.some(({ organisationId }) => organisationId === id);
  const strangers = rows.filter(({ organisationIds }) => !organisationIds.every(isMember));
  const blockers = strangers.map(({ id, title: name }) => {
    const message = `Choose the organisations of the deployment “${name}” again: one is no longer a member`;
    return finding('deployment-stranger', id, message);
  });
  return { blockers, warnings: [] };
}

function deploymentsTask(rows: Rows, { slug, stamps }: TaskFacts): Task {
  return {
    id: 'deployments',
    text: title,
    href: paths.roadmapContent(slug, 'deployments'),
    ...hintOf(latestOf(stamps, deploymentSaves.subject), countOf(rows.length, 'deployment')),
    ...(rows.length === 0 ? taskStates.noneYet : taskStates.written),
  };
}
