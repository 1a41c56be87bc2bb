import { paths } from '../../../../../paths.ts';
import { DataTable } from '../../../../../views/data-table.tsx';
import { formatNumber } from '../../../../../views/format.ts';
import type { VersionPlace } from '../../../roadmap-place.ts';
import { type FlowTerms, flowsTitle, namedParties, nameOfParty, type SentFlows } from '../flow.ts';
import { flowSteps } from '../flow-shares.ts';
import { FlowNetworkFigure } from './flow-network-figure.tsx';
import { FlowStepsTable, shareInWords } from './flow-steps-table.tsx';

interface FlowsPageProps {
  readonly place: VersionPlace;
  readonly terms: FlowTerms;
  readonly sent: readonly SentFlows[];
}

/** The information flows of a version that is being worked on: how far they are digital, and each kind with its own page. */
export function FlowsPage({ place, terms, sent }: FlowsPageProps) {
  const flows = sent.flatMap((one) => one.flows);
  const parties = namedParties(place.members, terms);
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Version {place.version.number}</span>
        {flowsTitle}
      </h1>
      <p>
        Who tells whom what, how it goes now, and when that changes. Choose a kind of information to fill in its flows
        or to read them.
      </p>
      {flows.length > 0 && <FlowStepsTable steps={flowSteps(flows, terms.ways)} />}
      {flows.length > 0 && <Counting terms={terms} />}
      <FlowNetworkFigure
        flows={sent.flatMap(({ from, flows: rows }) => rows.map((row) => ({ ...row, from })))}
        ways={terms.ways}
        nameOf={(party) => nameOfParty(party, parties)}
      />
      <KindsTable place={place} terms={terms} sent={sent} />
    </>
  );
}

/** What the figures mean. */
export function Counting({ terms: { ways } }: Pick<FlowsPageProps, 'terms'>) {
  const named = (which: 'digital' | 'structured') =>
    ways
      .filter((way) => way[which])
      .map(({ label }) => label.toLowerCase())
      .join('; ');
  return (
    <p className="ldr-figure-note">
      Counted as digital: {named('digital')}. Structured, so that the receiving system can use it as data:{' '}
      {named('structured')}. What is planned counts from the last day of its time. Flows of which it is not known how
      they go are in no share.
    </p>
  );
}

function KindsTable({ place, terms, sent }: FlowsPageProps) {
  const rows = terms.kinds.map((kind) => {
    const flows = sent.filter(({ kindId }) => kindId === kind.id).flatMap((one) => one.flows);
    const steps = flowSteps(flows, terms.ways);
    return { ...kind, flows, now: steps[0], last: steps.at(-1) };
  });
  const words = (shares: (typeof rows)[number]['now'], flows: readonly unknown[]) =>
    shares === undefined || flows.length === 0 ? 'No flow yet' : shareInWords(shares, 'digital');
  return (
    <DataTable
      caption="Kinds of information"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: 'Kind',
          isRowHeading: true,
          cell: ({ id, label }) => <a href={paths.roadmapContent(place.footprint.slug, 'flows', id)}>{label}</a>,
        },
        {
          heading: 'Universal capability',
          cell: ({ supports }) => (supports.length === 0 ? 'None' : supports.join(', ')),
        },
        { heading: 'Flows', numeric: true, cell: ({ flows }) => formatNumber(flows.length) },
        { heading: 'Digital now', numeric: true, cell: ({ now, flows }) => words(now, flows) },
        { heading: 'Digital as planned', numeric: true, cell: ({ last, flows }) => words(last, flows) },
      ]}
    />
  );
}
