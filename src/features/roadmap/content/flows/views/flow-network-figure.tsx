import { type LinkLook, NetworkChart, NetworkKey } from '../../../../../views/charts/index.ts';
import { countOf, formatDate } from '../../../../../views/format.ts';
import { type Party, partyKey } from '../flow.ts';
import { flowNetwork, type PartyLink } from '../flow-network.ts';
import { flowSteps, type Going, type Ways } from '../flow-shares.ts';

interface FlowNetworkFigureProps {
  readonly flows: readonly (Going & { readonly from: Party; readonly to: Party })[];
  readonly ways: Ways;
  readonly nameOf: (party: Party) => string;
}

const looks = [
  { look: 'whole', label: 'All digital' },
  { look: 'dashed', label: 'Some digital' },
  { look: 'dotted', label: 'None digital' },
  { look: 'pale', label: 'Not known' },
] as const;

/** Between whom information goes and how much of it is digital: as the plan is written, and as it is to be. Tables say the same in words. */
export function FlowNetworkFigure({ flows, ways, nameOf }: FlowNetworkFigureProps) {
  const names = new Map(flows.flatMap(({ from, to }) => [from, to].map((party) => [partyKey(party), nameOf(party)])));
  const nodes = [...names.keys()];
  const last = flowSteps(flows, ways).at(-1)?.on ?? null;
  const days = last === null ? [null] : [null, last];
  if (nodes.length === 0) {
    return null;
  }
  return (
    <div className="ldr-chart-figure">
      <NetworkKey looks={looks} />
      <div className="ldr-network">
        {days.map((on) => (
          <Network key={on ?? ''} on={on} nodes={nodes} names={names} links={flowNetwork(flows, ways, on)} />
        ))}
      </div>
      <ol className="ldr-network__names">
        {[...names].map(([key, name]) => (
          <li key={key}>{name}</li>
        ))}
      </ol>
    </div>
  );
}

interface NetworkProps {
  readonly on: string | null;
  readonly nodes: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly links: readonly PartyLink[];
}

function Network({ on, nodes, names, links }: NetworkProps) {
  const title = on === null ? 'Now' : `By ${formatDate(on)}, as planned`;
  return (
    <figure className="nhsuk-u-margin-0">
      <figcaption className="nhsuk-heading-xs nhsuk-u-margin-bottom-2">{title}</figcaption>
      <NetworkChart
        id={on === null ? 'flow-network-now' : 'flow-network-planned'}
        title={`Information flows: ${title.toLowerCase()}`}
        description={links.map((link) => linkInWords(link, names)).join(' ')}
        nodes={nodes}
        links={links.map((link) => ({ from: link.between[0], to: link.between[1], look: lookOf(link) }))}
      />
    </figure>
  );
}

function lookOf({ known, digital }: PartyLink): LinkLook {
  if (known === 0) {
    return 'pale';
  }
  return digital === 0 ? 'dotted' : digital === known ? 'whole' : 'dashed';
}

function linkInWords({ between, known, unknown, digital }: PartyLink, names: ReadonlyMap<string, string>): string {
  const [one, other] = between.map((key) => names.get(key) ?? key);
  const share = known === 0 ? 'not known how' : `${digital} of ${countOf(known, 'flow')} digital`;
  return `${one} and ${other}: ${share}${known > 0 && unknown > 0 ? `, ${unknown} not known` : ''}.`;
}
