import { formatPeriod } from '../../../../views/format.ts';
import { memberName, type RoadmapDocument } from '../../documents/frozen-document.ts';
import { type KindTable, kindTable, type TableColumn, termLabel } from '../file-table.ts';
import { flowsTitle, type Party, partyKey, unknownWay } from './flow.ts';
import { type DocumentFlow, type DocumentFlows, flowsReader } from './flows-section.ts';

/** A row for each flow of one kind from one sender to one receiver. */
export const flowsTables: readonly KindTable[] = [
  kindTable(flowsReader, {
    name: 'information-flows',
    title: flowsTitle,
    key: ['kind_id', 'from_code', 'to_code'],
    called: ['kind', 'from', 'to'],
    rows: ({ flows }) => flows,
    columns,
  }),
];

function columns(
  document: RoadmapDocument,
  { kinds, ways, standards, parties }: DocumentFlows,
): TableColumn<DocumentFlow>[] {
  const nameOf = (party: Party) =>
    'party' in party ? termLabel(parties, party.party) : memberName(document, party.organisation);
  return [
    ['kind_id', 'Kind id', 20, ({ kindId }) => kindId],
    ['kind', 'What is sent', 34, ({ kindId }) => termLabel(kinds, kindId)],
    ['from_code', 'From (code)', 14, ({ from }) => partyKey(from)],
    ['from', 'From', 40, ({ from }) => nameOf(from)],
    ['to_code', 'To (code)', 14, ({ to }) => partyKey(to)],
    ['to', 'To', 40, ({ to }) => nameOf(to)],
    ['way_now', 'How it goes now', 26, ({ wayNow }) => (wayNow === null ? unknownWay : termLabel(ways, wayNow))],
    ['standard', 'Standard', 26, ({ standardId }) => (standardId === null ? '' : termLabel(standards, standardId))],
    ['way_planned', 'How it is to go', 26, ({ planned }) => (planned === null ? '' : termLabel(ways, planned.wayId))],
    ['planned_by', 'By when', 18, ({ planned }) => (planned === null ? '' : formatPeriod(planned.by))],
    ['note', 'Note', 50, ({ note }) => note],
  ];
}
