import { paths } from '../../../../../paths.ts';
import { ButtonLink } from '../../../../../views/forms/button.tsx';
import { mayWrite } from '../../../roadmap-place.ts';
import type { RowListProps } from '../../row-pages.ts';
import { type Deployment, inOrder } from '../deployment.ts';
import { type DeploymentView, titlesOf } from '../deployment-view.ts';
import { countedMoney } from '../money.ts';
import { yearOf } from '../schedule.ts';
import { DeploymentGroups } from './deployment-groups.tsx';
import { DeploymentTimeline } from './deployment-timeline.tsx';
import { MoneyTable } from './money-table.tsx';

/** The deployment schedule: what goes live where and when. */
export function DeploymentsPage({ pack, place, rows: deployments }: RowListProps<Deployment>) {
  const { slug } = place.footprint;
  const isOpen = mayWrite(place);
  const nameOf = (id: string) => place.members.find(({ organisationId }) => organisationId === id)?.name ?? id;
  const rows = inOrder(deployments).map(({ organisationIds, groupId, roles, dependsOn, ...row }): DeploymentView => {
    return {
      ...row,
      year: yearOf(row.goesLive),
      group: pack.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId,
      organisations: organisationIds.map(nameOf),
      roles: pack.digitalRoles.filter(({ id }) => roles.includes(id)).map(({ label }) => label),
      dependsOn: titlesOf(dependsOn, deployments),
    };
  });
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Version {place.version.number}</span>
        Capability deployment schedule
      </h1>
      <p>The systems and services that carry the targets: what, where, by when, at what cost.</p>
      {isOpen && <ButtonLink href={paths.roadmapContent(slug, 'deployments', 'new')}>Add a deployment</ButtonLink>}
      {rows.length === 0 && <p className="ldr-empty">No deployment has been added yet.</p>}
      <MoneyTable {...countedMoney(deployments)} />
      {rows.length > 0 && (
        <p>
          <a href={paths.roadmapPage(slug, place.version.number, 'money')}>
            The money by source and organisation, and what if it goes otherwise
          </a>
          <br />
          <a href={paths.roadmapPage(slug, place.version.number, 'schedule')}>
            The schedule of one organisation or group
          </a>
        </p>
      )}
      <DeploymentTimeline rows={rows} />
      <DeploymentGroups
        rows={rows}
        headingLevel={2}
        {...(isOpen
          ? { titleOf: (row) => <a href={paths.roadmapContent(slug, 'deployments', row.id)}>{row.title}</a> }
          : {})}
      />
    </>
  );
}
