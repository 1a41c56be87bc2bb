import { by } from '../../../../platform/compare.ts';
import type { RoadmapPart } from '../../../programme/index.ts';
import type { RoadmapPack } from '../../roadmap.ts';
import { type FreezeFacts, refuseUnknown, type SectionKind, visibilityOfTable } from '../content-kind.ts';
import { type Deployment, type DocumentDeployment, deploymentsReader, deploymentsTitle } from './deployment.ts';

export const deploymentsStandIn = ({ kind }: RoadmapPart) => kind === 'capabilities';

/** The schedule, with organisations by code. */
export const deploymentsSection = {
  ...deploymentsReader,
  plan: (pack: RoadmapPack) => [
    { id: 'deployments', title: deploymentsTitle, visibility: visibilityOfTable(pack, deploymentsStandIn, 'public') },
  ],
  hold: (rows: readonly Deployment[], facts: FreezeFacts) => [
    { id: 'deployments', content: { deployments: rows.map((row) => byCode(row, facts)) } },
  ],
} satisfies SectionKind<readonly Deployment[]>;

/** The rows in the order of their ids, each thing named in them once. */
export function arrangeDeployments(rows: readonly Deployment[], pack: RoadmapPack): Deployment[] {
  return rows.map((row) => arrangeRow(row, pack)).sort(by(({ id }) => id));
}

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
