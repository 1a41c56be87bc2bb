import { memberName } from '../../documents/frozen-document.ts';
import { type KindTable, kindTable, severalInCell, type TableColumn, termLabel } from '../file-table.ts';
import { type DocumentTrajectoryRow, targetOf, trajectoryReader } from './trajectory.ts';

type Column = TableColumn<DocumentTrajectoryRow>;

/** A row for each capability group. */
export const trajectoryTables: readonly KindTable[] = [
  kindTable(trajectoryReader, {
    name: 'trajectory',
    title: 'Capability trajectory',
    key: ['group_id'],
    called: ['group'],
    rows: ({ rows }) => rows,
    columns: (document): Column[] => {
      const { capabilityGroups, targetYears } = document.terms;
      const named = (codes: readonly string[]) => severalInCell(codes.map((code) => memberName(document, code)));
      return [
        ['group_id', 'Group id', 20, ({ groupId }) => groupId],
        ['group', 'Capability group', 40, ({ groupId }) => termLabel(capabilityGroups, groupId)],
        ['baseline', 'Baseline', 12, ({ baseline }) => baseline.mean],
        ['baseline_n', 'Assessed members', 12, ({ baseline }) => baseline.n],
        ['baseline_missing', 'Members without a score', 40, ({ baseline }) => named(baseline.missing)],
        ...targetYears.flatMap(({ id, label }): Column[] => [
          [`target_${id}`, `Target, ${label}`, 12, (row) => targetOf(row, id)],
          [
            `fall_reason_${id}`,
            `Reason for a fall, ${label}`,
            30,
            ({ targets }) => targets.find(({ yearId }) => yearId === id)?.fallReason ?? '',
          ],
        ]),
        ['rationale', 'Why these targets', 60, ({ rationale }) => rationale],
      ];
    },
  }),
];
