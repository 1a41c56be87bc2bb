import type { RoadmapDocument } from '../../../documents/frozen-document.ts';
import { sectionsOfKind } from '../../../documents/frozen-document.ts';
import { Withheld } from '../../../views/document/withheld.tsx';
import type { MemberReading } from '../../content-kind.ts';
import { type DocumentDeployment, deploymentsReader, inOrder, inWordsOfNow } from '../deployment.ts';
import { DeploymentGroups, type DeploymentView } from './deployment-groups.tsx';
import { titlesOf, yearOf } from './deployments-page.tsx';
import { MoneyTable } from './money-table.tsx';

/** The deployment schedule as it is read in a document. */
export function DocumentDeployments({ document }: { document: RoadmapDocument }) {
  const [section] = sectionsOfKind(document, deploymentsReader);
  if (section === undefined || section.content === null) {
    return <Withheld digest={section?.digest ?? ''} />;
  }
  const deployments = deploymentsIn(document);
  return (
    <>
      <h3>{section.title}</h3>
      {deployments.length === 0 && <p className="ldr-empty">No deployments are in the schedule.</p>}
      <MoneyTable lines={deployments.flatMap(({ money }) => money)} />
      <DeploymentGroups rows={viewsOf(deployments, document)} headingLevel={4} />
    </>
  );
}

/** Of the schedule in a document, what is deployed in one member, alone or with others. */
export function MemberDeployments({ document, code }: MemberReading) {
  const all = deploymentsIn(document);
  const own = all.filter(({ organisationCodes }) => organisationCodes.length === 0 || organisationCodes.includes(code));
  if (own.length === 0) {
    return null;
  }
  const alone = own.filter(({ organisationCodes }) => organisationCodes.length === 1).flatMap(({ money }) => money);
  const ids = new Set(own.map(({ id }) => id));
  return (
    <>
      <h3>Deployments</h3>
      <MoneyTable caption="Money for this organisation alone, by year" lines={alone} />
      {own.some(({ organisationCodes }) => organisationCodes.length !== 1) && (
        <p>What several organisations do together has one sum of money. The plan does not divide it among them.</p>
      )}
      <DeploymentGroups rows={viewsOf(all, document).filter(({ id }) => ids.has(id))} headingLevel={4} />
    </>
  );
}

function deploymentsIn(document: RoadmapDocument): DocumentDeployment[] {
  const written = sectionsOfKind(document, deploymentsReader).flatMap(({ content }) => content?.deployments ?? []);
  return inOrder(written.map(inWordsOfNow));
}

function viewsOf(deployments: readonly DocumentDeployment[], document: RoadmapDocument): DeploymentView[] {
  const { terms, members } = document;
  const nameOf = (code: string) => members.find((member) => member.code === code)?.name ?? code;
  return deployments.map(({ organisationCodes, groupId, dependsOn, ...row }) => ({
    ...row,
    year: namedYear(row.id, document) ?? yearOf(row.goesLive),
    group: terms.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId,
    organisations: organisationCodes.map(nameOf),
    dependsOn: titlesOf(dependsOn, deployments),
  }));
}

/** A document that was frozen before times were asked for has a year, by the name that it gives it; null for what has a time. */
function namedYear(id: string, document: RoadmapDocument): string | null {
  const [section] = sectionsOfKind(document, deploymentsReader);
  const older = section?.content?.deployments.find((row) => row.id === id && 'yearId' in row);
  if (older === undefined || !('yearId' in older)) {
    return null;
  }
  return document.terms.deploymentYears.find((year) => year.id === older.yearId)?.label ?? older.yearId;
}
