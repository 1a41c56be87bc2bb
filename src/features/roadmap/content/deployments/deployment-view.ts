import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import type { Deployment } from './deployment.ts';
import type { DatedDeployment } from './schedule.ts';

/** A row of the schedule as it is shown, with names for every id. */
export interface DeploymentView extends Omit<Deployment, 'groupId' | 'organisationIds' | 'dependsOn'> {
  readonly group: string;
  /** The financial year under which it stands. */
  readonly year: string;
  /** Names; empty means the whole footprint. */
  readonly organisations: readonly string[];
  /** National roles in words. */
  readonly roles: readonly string[];
  /** Titles of the deployments that must be live first. */
  readonly dependsOn: readonly string[];
}

/** The schedule of a document with names for every id. */
export function viewsOf(
  deployments: readonly DatedDeployment[],
  { terms, members }: RoadmapDocument,
): DeploymentView[] {
  const nameOf = (code: string) => members.find((member) => member.code === code)?.name ?? code;
  return deployments.map(({ organisationCodes, groupId, dependsOn, ...row }) => ({
    ...row,
    group: terms.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId,
    organisations: organisationCodes.map(nameOf),
    dependsOn: titlesOf(dependsOn, deployments),
  }));
}

/** Of the deployments named, those that are there. */
export function titlesOf(
  ids: readonly string[],
  rows: readonly { readonly id: string; readonly title: string }[],
): string[] {
  return ids.map((id) => rows.find((row) => row.id === id)?.title ?? 'one that is not in the schedule any more');
}
