import { memberName, type RoadmapDocument } from '../../documents/frozen-document.ts';
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
export function viewsOf(deployments: readonly DatedDeployment[], document: RoadmapDocument): DeploymentView[] {
  const { capabilityGroups } = document.terms;
  return deployments.map(({ organisationCodes, groupId, dependsOn, ...row }) => ({
    ...row,
    group: capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId,
    organisations: organisationCodes.map((code) => memberName(document, code)),
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
