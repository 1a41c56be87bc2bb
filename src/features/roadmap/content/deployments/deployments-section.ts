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
  const named = (ids: readonly string[]) => ids.map((id) => ({ id }));
  refuseUnknown('capability group', [row], 'groupId', pack.capabilityGroups);
  refuseUnknown('universal capability', named(row.supports), 'id', pack.universalCapabilities);
  refuseUnknown('national role', named(row.roles), 'id', pack.digitalRoles);
  const onceEach = (ids: readonly string[]) => [...new Set(ids)].sort();
  return {
    ...row,
    organisationIds: onceEach(row.organisationIds),
    supports: onceEach(row.supports),
    roles: onceEach(row.roles),
    dependsOn: onceEach(row.dependsOn),
  };
}

function byCode({ organisationIds, ...row }: Deployment, { codeOf, pack }: FreezeFacts): DocumentDeployment {
  const roles = pack.digitalRoles.filter(({ id }) => row.roles.includes(id)).map(({ label }) => label);
  return { ...row, roles, organisationCodes: organisationIds.map(codeOf).sort() };
}
