import { type RoadmapDocument, sectionsOfKind } from '../../../documents/frozen-document.ts';
import { Withheld } from '../../../views/document/withheld.tsx';
import { deploymentsReader, inOrder, inWordsOfNow } from '../deployment.ts';
import { DeploymentGroups, type DeploymentView } from './deployment-groups.tsx';
import { titlesOf, yearOf } from './deployments-page.tsx';
import { MoneyTable } from './money-table.tsx';

/** The deployment schedule as it is read in a document. */
export function DocumentDeployments({ document }: { document: RoadmapDocument }) {
  const [section] = sectionsOfKind(document, deploymentsReader);
  if (section === undefined || section.content === null) {
    return <Withheld digest={section?.digest ?? ''} />;
  }
  const { terms, members } = document;
  const nameOf = (code: string) => members.find((member) => member.code === code)?.name ?? code;
  const written = section.content.deployments;
  const deployments = inOrder(written.map(inWordsOfNow));
  /** A document that was frozen before times were asked for has a year, by the name that it gives it. */
  const namedYear = (id: string) => {
    const older = written.find((row) => row.id === id && 'yearId' in row);
    const yearId = older !== undefined && 'yearId' in older ? older.yearId : null;
    return yearId === null ? null : (terms.deploymentYears.find((year) => year.id === yearId)?.label ?? yearId);
  };
  const rows = deployments.map(({ organisationCodes, groupId, dependsOn, ...row }): DeploymentView => {
    return {
      ...row,
      year: namedYear(row.id) ?? yearOf(row.goesLive),
      group: terms.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId,
      organisations: organisationCodes.map(nameOf),
      dependsOn: titlesOf(dependsOn, deployments),
    };
  });
  return (
    <>
      <h3>{section.title}</h3>
      {rows.length === 0 && <p className="ldr-empty">No deployments are in the schedule.</p>}
      <MoneyTable lines={deployments.flatMap(({ money }) => money)} />
      <DeploymentGroups rows={rows} headingLevel={4} />
    </>
  );
}
