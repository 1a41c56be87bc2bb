import { DigestText } from '../../../../views/digest-text.tsx';
import { Narrative } from '../../../../views/narrative.tsx';
import { DeploymentGroups, type DeploymentView } from '../../content/deployments/views/deployment-groups.tsx';
import { documentTrajectory } from '../../content/trajectory/trajectory-view.ts';
import { TrajectoryReading } from '../../content/trajectory/views/trajectory-figure.tsx';
import { UniversalPlans } from '../../content/universal-plans/views/universal-plans-reading.tsx';
import { type ChapterTable, type DocumentChapter, sectionOfKind } from '../../document-chapters.ts';
import type { RoadmapDocument } from '../../frozen-document.ts';
import { MembersTable } from './members-table.tsx';
import { type Signature, SignaturesTable } from './signatures-table.tsx';

interface ChapterProps {
  readonly chapter: DocumentChapter;
  readonly document: RoadmapDocument;
  /** Null where signatures are not to be shown, as in a draft. */
  readonly signatures: readonly Signature[] | null;
}

/** One part of a roadmap as it is read: its text, then its tables. */
export function Chapter({ chapter, document, signatures }: ChapterProps) {
  const { id, number, heading, templateTitle, visibility, body, tables } = chapter;
  return (
    <section className="ldr-chapter" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {number === null ? '' : `${number}. `}
        {heading}
      </h2>
      {templateTitle !== '' && <p className="ldr-figure-note">In the national template: {templateTitle}</p>}
      {visibility === 'assured' && body !== null && (
        <p className="ldr-figure-note">For the regional reviewer; left out of the public edition.</p>
      )}
      <ChapterText chapter={chapter} />
      {tables.map((table) => (
        // A list of what changed links to the table itself, which shares the chapter's id where it stands outside any part.
        <div key={table} {...(table === id ? {} : { id: table })}>
          <ChapterTableView table={table} document={document} signatures={signatures} />
        </div>
      ))}
    </section>
  );
}

function ChapterText({ chapter: { body, digest, tables } }: { chapter: DocumentChapter }) {
  if (body === null) {
    return <Withheld digest={digest} />;
  }
  if (body !== '') {
    return <Narrative text={body} headingLevel={3} />;
  }
  return tables.length > 0 ? null : <p className="ldr-empty">Nothing was written for this part.</p>;
}

function Withheld({ digest }: { digest: string }) {
  return (
    <div className="ldr-empty">
      <p>This part was read by the regional reviewer and is left out of the public edition.</p>
      <p>
        Its digest stands for it: <DigestText digest={digest} />
      </p>
    </div>
  );
}

interface ChapterTableViewProps extends Omit<ChapterProps, 'chapter'> {
  readonly table: ChapterTable;
}

function ChapterTableView({ table, document, signatures }: ChapterTableViewProps) {
  switch (table) {
    case 'members':
      return <MembersTable document={document} />;
    case 'sign-up':
      return signatures === null ? null : <SignaturesTable document={document} signatures={signatures} />;
    case 'trajectory':
      return <Trajectory document={document} />;
    case 'deployments':
      return <Deployments document={document} />;
    case 'universal-plans':
      return <Plans document={document} />;
  }
}

function Trajectory({ document }: { document: RoadmapDocument }) {
  const section = sectionOfKind(document, 'trajectory');
  const view = documentTrajectory(document);
  if (section === undefined || view === null) {
    return <Withheld digest={section?.digest ?? ''} />;
  }
  return (
    <>
      <h3>{section.title}</h3>
      <TrajectoryReading view={view} />
    </>
  );
}

function Deployments({ document }: { document: RoadmapDocument }) {
  const section = sectionOfKind(document, 'deployments');
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

function Plans({ document }: { document: RoadmapDocument }) {
  const section = sectionOfKind(document, 'universal-plans');
  if (section === undefined || section.content === null) {
    return <Withheld digest={section?.digest ?? ''} />;
  }
  return (
    <>
      <h3>{section.title}</h3>
      <UniversalPlans plans={section.content.plans} terms={document.terms} />
    </>
  );
}
