import { type RoadmapDocument, sectionsOfKind } from '../../../documents/frozen-document.ts';
import { Withheld } from '../../../views/document/withheld.tsx';
import type { MemberReading } from '../../content-kind.ts';
import { deploymentsReader } from '../deployment.ts';
import { viewsOf } from '../deployment-view.ts';
import { countedMoney } from '../money.ts';
import { dated, scheduleOf } from '../schedule.ts';
import { DeploymentGroups } from './deployment-groups.tsx';
import { DeploymentTimeline } from './deployment-timeline.tsx';
import { MoneyTable } from './money-table.tsx';

/** The deployment schedule as it is read in a document. */
export function DocumentDeployments({ document }: { document: RoadmapDocument }) {
  const [section] = sectionsOfKind(document, deploymentsReader);
  if (section === undefined || section.content === null) {
    return <Withheld digest={section?.digest ?? ''} />;
  }
  const deployments = dated(section.content, document.terms);
  const rows = viewsOf(deployments, document);
  return (
    <>
      <h3>{section.title}</h3>
      {deployments.length === 0 && <p className="ldr-empty">No deployments are in the schedule.</p>}
      <MoneyTable {...countedMoney(deployments)} />
      <DeploymentTimeline rows={rows} />
      <DeploymentGroups rows={rows} headingLevel={4} />
    </>
  );
}

/** Of the schedule in a document, what is deployed in one member, alone or with others. */
export function MemberDeployments({ document, code }: MemberReading) {
  const all = scheduleOf(document) ?? [];
  const own = all.filter(({ organisationCodes }) => organisationCodes.length === 0 || organisationCodes.includes(code));
  if (own.length === 0) {
    return null;
  }
  const alone = countedMoney(own.filter(({ organisationCodes }) => organisationCodes.length === 1));
  const ids = new Set(own.map(({ id }) => id));
  return (
    <>
      <h3>Deployments</h3>
      <MoneyTable caption="Money for this organisation alone, by year" {...alone} />
      {own.some(({ organisationCodes }) => organisationCodes.length !== 1) && (
        <p>What several organisations do together has one sum of money. The plan does not divide it among them.</p>
      )}
      <DeploymentGroups rows={viewsOf(all, document).filter(({ id }) => ids.has(id))} headingLevel={4} />
    </>
  );
}
