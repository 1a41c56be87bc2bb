import { type Flow, type FlowTerms, flowInWords, isSameParty, type NamedParty, type SentFlows } from '../flow.ts';

interface FlowMatrixProps {
  readonly label: string;
  readonly parties: readonly NamedParty[];
  /** All of one kind. */
  readonly sent: readonly SentFlows[];
  readonly terms: FlowTerms;
  /** Where the name of the sender of a row leads, so that the matrix can be reached and moved by keyboard; null for nowhere. */
  readonly hrefOf: (sender: NamedParty) => string | null;
}

/** Who sends one kind of information to whom: senders down, receivers across, a letter for the way in each cell. */
export function FlowMatrix({ label, parties, sent, terms, hrefOf }: FlowMatrixProps) {
  const flowOf = (from: NamedParty, to: NamedParty) =>
    sent.find((one) => isSameParty(one.from, from.party))?.flows.find((flow) => isSameParty(flow.to, to.party));
  return (
    <>
      <MatrixKey terms={terms} />
      <div className="ldr-matrix">
        <table>
          <caption className="nhsuk-u-visually-hidden">{label}: senders down, receivers across</caption>
          <thead>
            <tr>
              <th scope="col">From, to</th>
              {parties.map(({ key, name }) => (
                <th key={key} scope="col" className="ldr-matrix__receiver">
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parties.map((from) => (
              <tr key={from.key}>
                <th scope="row">
                  <SenderName sender={from} href={hrefOf(from)} />
                </th>
                {parties.map((to) => (
                  <MatrixCell key={to.key} flow={flowOf(from, to)} isSelf={from.key === to.key} terms={terms} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function SenderName({ sender: { name }, href }: { readonly sender: NamedParty; readonly href: string | null }) {
  return href === null ? name : <a href={href}>{name}</a>;
}

function MatrixKey({ terms }: Pick<FlowMatrixProps, 'terms'>) {
  return (
    <ul className="nhsuk-list ldr-matrix-key">
      {terms.ways.map(({ id, letter, label }) => (
        <li key={id}>
          <strong className={classOf(id, terms)}>{letter}</strong> {label}
        </li>
      ))}
      <li>
        <strong className="ldr-way--unknown">?</strong> Not known
      </li>
      <li>P → S: P now, and S is planned</li>
    </ul>
  );
}

interface MatrixCellProps {
  readonly flow: Flow | undefined;
  readonly isSelf: boolean;
  readonly terms: FlowTerms;
}

function MatrixCell({ flow, isSelf, terms }: MatrixCellProps) {
  if (isSelf) {
    return <td className="ldr-matrix__self" />;
  }
  if (flow === undefined) {
    return <td />;
  }
  const { wayNow, planned } = flow;
  return (
    <td className={classOf(wayNow, terms)}>
      <span aria-hidden="true" title={flowInWords(flow, terms)}>
        {letterOf(wayNow, terms)}
        {planned !== null && ` → ${letterOf(planned.wayId, terms)}`}
      </span>
      <span className="nhsuk-u-visually-hidden">{flowInWords(flow, terms)}</span>
    </td>
  );
}

function letterOf(wayId: string | null, { ways }: FlowTerms): string {
  return ways.find(({ id }) => id === wayId)?.letter ?? '?';
}

function classOf(wayId: string | null, { ways }: FlowTerms): string {
  const way = ways.find(({ id }) => id === wayId);
  if (way === undefined) {
    return 'ldr-way--unknown';
  }
  return way.structured ? 'ldr-way--structured' : way.digital ? 'ldr-way--digital' : 'ldr-way--other';
}
