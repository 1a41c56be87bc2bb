import type { z } from 'zod';
import { type DocumentTerms, type RoadmapDocument, sectionsOfKind } from '../../../documents/frozen-document.ts';
import { Withheld } from '../../../views/document/withheld.tsx';
import type { MemberReading } from '../../content-kind.ts';
import { type DocumentDeployment, deploymentsReader, inOrder, inWordsOfNow } from '../deployment.ts';
import { DeploymentGroups, type DeploymentView, titlesOf, yearOf } from './deployment-groups.tsx';
import { MoneyTable } from './money-table.tsx';

/** The deployment schedule as it is read in a document. */
export function DocumentDeployments({ document }: { document: RoadmapDocument }) {
  const [section] = sectionsOfKind(document, deploymentsReader);
  if (section === undefined || section.content === null) {
    return <Withheld digest={section?.digest ?? ''} />;
  }
  const deployments = dated(section.content, document.terms);
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
  const [section] = sectionsOfKind(document, deploymentsReader);
  const all = section?.content == null ? [] : dated(section.content, document.terms);
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

/** A deployment of a document with the financial year under which it stands. */
interface DatedDeployment extends DocumentDeployment {
  readonly year: string;
}

type Written = z.infer<typeof deploymentsReader.shape>;

/** A row that was frozen before times were asked for has a year, by the name that its document gives it. */
function dated(
  { deployments }: Written,
  { deploymentYears }: Pick<DocumentTerms, 'deploymentYears'>,
): DatedDeployment[] {
  const yearIn = (row: Written['deployments'][number]) =>
    'yearId' in row ? (deploymentYears.find(({ id }) => id === row.yearId)?.label ?? row.yearId) : yearOf(row.goesLive);
  return inOrder(deployments.map((row) => ({ ...inWordsOfNow(row), year: yearIn(row) })));
}

function viewsOf(deployments: readonly DatedDeployment[], { terms, members }: RoadmapDocument): DeploymentView[] {
  const nameOf = (code: string) => members.find((member) => member.code === code)?.name ?? code;
  return deployments.map(({ organisationCodes, groupId, dependsOn, ...row }) => ({
    ...row,
    group: terms.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId,
    organisations: organisationCodes.map(nameOf),
    dependsOn: titlesOf(dependsOn, deployments),
  }));
}
