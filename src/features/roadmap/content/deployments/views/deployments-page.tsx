import { paths } from '../../../../../paths.ts';
import { ButtonLink } from '../../../../../views/forms/button.tsx';
import { mayWrite } from '../../../roadmap-place.ts';
import type { RowListProps } from '../../row-pages.ts';
import { type Deployment, inOrder } from '../deployment.ts';
import { DeploymentGroups, type DeploymentView } from './deployment-groups.tsx';

/** The deployment schedule: what goes live where and when. */
export function DeploymentsPage({ pack, place, rows: deployments }: RowListProps<Deployment>) {
  const { slug } = place.footprint;
  const isOpen = mayWrite(place);
  const nameOf = (id: string) => place.members.find(({ organisationId }) => organisationId === id)?.name ?? id;
  const rows = inOrder(deployments).map(({ organisationIds, groupId, ...row }): DeploymentView => {
    const group = pack.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId;
    return { ...row, group, organisations: organisationIds.map(nameOf) };
  });
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Version {place.version.number}</span>
        Capability deployment schedule
      </h1>
      <p>The systems and services that carry the targets: what, where, in which financial year, at what cost.</p>
      {isOpen && <ButtonLink href={paths.roadmapContent(slug, 'deployments', 'new')}>Add a deployment</ButtonLink>}
      {rows.length === 0 && <p className="ldr-empty">No deployment has been added yet.</p>}
      <DeploymentGroups
        rows={rows}
        years={pack.roadmapTemplate.deploymentYears}
        headingLevel={2}
        {...(isOpen
          ? { titleOf: (row) => <a href={paths.roadmapContent(slug, 'deployments', row.id)}>{row.title}</a> }
          : {})}
      />
    </>
  );
}
