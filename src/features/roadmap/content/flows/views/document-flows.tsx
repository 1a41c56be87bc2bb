import { type RoadmapDocument, sectionsOfKind } from '../../../documents/frozen-document.ts';
import { Withheld } from '../../../views/document/withheld.tsx';
import type { MemberReading } from '../../content-kind.ts';
import { flowsTitle, labelOf, type Party } from '../flow.ts';
import { flowSteps } from '../flow-shares.ts';
import { type DocumentFlows as FlowsContent, flowsReader } from '../flows-section.ts';
import { FlowNetworkFigure } from './flow-network-figure.tsx';
import { FlowStepsTable } from './flow-steps-table.tsx';
import { flowView } from './flow-view.ts';
import { FlowsBySender } from './flows-by-sender.tsx';

/** The information flows as they are read in a document. */
export function DocumentFlows({ document }: { document: RoadmapDocument }) {
  return sectionsOfKind(document, flowsReader).map(({ id, title, digest, content }) => (
    <section key={id}>
      <h3>{title}</h3>
      {content === null ? <Withheld digest={digest} /> : <Flows content={content} members={document.members} />}
    </section>
  ));
}

interface FlowsProps extends Pick<RoadmapDocument, 'members'> {
  readonly content: FlowsContent;
}

/** Of the flows in a document, those from and to one member. */
export function MemberFlows({ document, code }: MemberReading) {
  const isOwn = (party: Party) => 'organisation' in party && party.organisation === code;
  return sectionsOfKind(document, flowsReader).map(({ id, content }) => {
    const own = (content?.flows ?? []).filter(({ from, to }) => isOwn(from) || isOwn(to));
    return content === null || own.length === 0 ? null : (
      <section key={id}>
        <h3>{flowsTitle}</h3>
        <Flows content={{ ...content, flows: own }} members={document.members} />
      </section>
    );
  });
}

function Flows({ content, members }: FlowsProps) {
  const nameOf = (party: Party) =>
    'party' in party
      ? labelOf(content.parties, party.party)
      : (members.find(({ code }) => code === party.organisation)?.name ?? party.organisation);
  return (
    <>
      <FlowStepsTable steps={flowSteps(content.flows, content.ways)} />
      <FlowNetworkFigure flows={content.flows} ways={content.ways} nameOf={nameOf} />
      {kindsOf(content).map(({ id, label }) => (
        <section key={id}>
          <h4>{label}</h4>
          <FlowsBySender
            caption={`${label}: from whom to whom, and how`}
            flows={content.flows
              .filter(({ kindId }) => kindId === id)
              .map(({ from, to, ...row }) => flowView(row, { from: nameOf(from), to: nameOf(to) }, content))}
          />
        </section>
      ))}
    </>
  );
}

function kindsOf({ kinds, flows }: FlowsContent): FlowsContent['kinds'] {
  return kinds.filter(({ id }) => flows.some(({ kindId }) => kindId === id));
}
