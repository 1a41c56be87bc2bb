import { type RoadmapDocument, sectionsOfKind } from '../../../documents/frozen-document.ts';
import { Withheld } from '../../../views/document/withheld.tsx';
import { deploymentsReader } from '../deployment.ts';
import { DeploymentGroups, type DeploymentView } from './deployment-groups.tsx';

/** The deployment schedule as it is read in a document. */
export function DocumentDeployments({ document }: { document: RoadmapDocument }) {
  const [section] = sectionsOfKind(document, deploymentsReader);
  if (section === undefined || section.content === null) {
    return <Withheld digest={section?.digest ?? ''} />;
  }
  const { terms, members } = document;
  const nameOf = (code: string) => members.find((member) => member.code === code)?.name ?? code;
  const rows = section.content.deployments.map(({ organisationCodes, groupId, ...row }): DeploymentView => {
    const group = terms.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId;
    return { ...row, group, organisations: organisationCodes.map(nameOf) };
  });
  return (
    <>
      <h3>{section.title}</h3>
      {rows.length === 0 && <p className="ldr-empty">No deployments are in the schedule.</p>}
      <DeploymentGroups rows={rows} years={terms.deploymentYears} headingLevel={4} />
    </>
  );
}
