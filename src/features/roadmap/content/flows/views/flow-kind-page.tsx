import { paths } from '../../../../../paths.ts';
import { mayWrite, type VersionPlace } from '../../../roadmap-place.ts';
import { type FlowTerms, flowsTitle, type NamedParty, namedParties, nameOfParty, type SentFlows } from '../flow.ts';
import { FlowMatrix } from './flow-matrix.tsx';
import { flowView } from './flow-view.ts';
import { FlowsBySender } from './flows-by-sender.tsx';

interface FlowKindPageProps {
  readonly place: VersionPlace;
  readonly terms: FlowTerms;
  readonly kind: FlowTerms['kinds'][number];
  /** All of this kind. */
  readonly sent: readonly SentFlows[];
}

/** The flows of one kind: the matrix of who sends it to whom, and the same in words. */
export function FlowKindPage({ place, terms, kind, sent }: FlowKindPageProps) {
  const { slug } = place.footprint;
  const parties = namedParties(place.members, terms);
  const flows = sent.flatMap((one) =>
    one.flows.map((row) => {
      const ends = { from: nameOfParty(one.from, parties), to: nameOfParty(row.to, parties) };
      return flowView(row, ends, terms);
    }),
  );
  const isOpen = mayWrite(place);
  const anchorOf = (from: string) => `from-${parties.findIndex(({ name }) => name === from)}`;
  const rowOf = ({ name }: NamedParty) => (flows.some(({ from }) => from === name) ? `#${anchorOf(name)}` : null);
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">{flowsTitle}</span>
        {kind.label}
      </h1>
      {kind.supports.length > 0 && (
        <p>Universal capability {kind.supports.join(', ')} cannot be had without these flows.</p>
      )}
      {isOpen && <p>Choose a sender to fill in how it goes to each of the others.</p>}
      {(isOpen || flows.length > 0) && (
        <FlowMatrix
          label={kind.label}
          parties={parties}
          sent={sent}
          terms={terms}
          hrefOf={isOpen ? ({ key }) => paths.roadmapContent(slug, 'flows', kind.id, key) : rowOf}
        />
      )}
      <h2>In words</h2>
      {flows.length === 0 ? (
        <p className="ldr-empty">No flow of this kind has been written yet.</p>
      ) : (
        <FlowsBySender caption={`${kind.label}: from whom to whom, and how`} flows={flows} anchorOf={anchorOf} />
      )}
    </>
  );
}
