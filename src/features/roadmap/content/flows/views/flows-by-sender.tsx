import { DataTable } from '../../../../../views/data-table.tsx';
import type { FlowView } from './flow-view.ts';

interface FlowsBySenderProps {
  readonly caption: string;
  readonly flows: readonly FlowView[];
  /** The id of the row of a sender, by the name. */
  readonly anchorOf?: (from: string) => string;
}

/** Flows of one kind, a row for each sender: those that go alike in one line. */
export function FlowsBySender({ caption, flows, anchorOf }: FlowsBySenderProps) {
  return (
    <DataTable
      caption={caption}
      captionIsHidden
      rows={[...Map.groupBy(flows, ({ from }) => from)]}
      rowKey={([from]) => from}
      columns={[
        {
          heading: 'From',
          isRowHeading: true,
          cell: ([from]) => (anchorOf === undefined ? from : <span id={anchorOf(from)}>{from}</span>),
        },
        { heading: 'How it goes now', cell: ([, sent]) => <Ways flows={sent} wayOf={({ now }) => now} /> },
        { heading: 'What is planned', cell: ([, sent]) => <Planned flows={sent} /> },
      ]}
    />
  );
}

function Planned({ flows }: Pick<FlowsBySenderProps, 'flows'>) {
  const notes = flows.filter(({ note }) => note !== '');
  return (
    <>
      <Ways flows={flows} wayOf={({ planned }) => planned} />
      {notes.map(({ to, note }) => (
        <p key={to} className="ldr-flow-note">
          <strong>{to}:</strong> <span className="ldr-typed">{note}</span>
        </p>
      ))}
    </>
  );
}

interface WaysProps extends Pick<FlowsBySenderProps, 'flows'> {
  readonly wayOf: (flow: FlowView) => string;
}

function Ways({ flows, wayOf }: WaysProps) {
  const ways = [...Map.groupBy(flows, wayOf)].filter(([way]) => way !== '');
  if (ways.length === 0) {
    return <span className="ldr-nothing">Nothing</span>;
  }
  return (
    <ul className="nhsuk-list ldr-flow-ways">
      {ways.map(([way, alike]) => (
        <li key={way}>
          <strong>{way}:</strong> {alike.map(({ to }) => to).join('; ')}
        </li>
      ))}
    </ul>
  );
}
