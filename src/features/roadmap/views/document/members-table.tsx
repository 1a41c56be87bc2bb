import { compareNames } from '../../../../platform/compare.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { membershipRoleLabels, planningName } from '../../../directory/index.ts';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';

const roleOrder = Object.keys(membershipRoleLabels);

/** The footprint of a document: its region, plans and organisations as they were when it was frozen. */
export function MembersTable({ document }: { document: RoadmapDocument }) {
  const { programme, round, footprint, members } = document;
  const rows = members.toSorted(
    (a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) || compareNames(a.name, b.name),
  );
  const plans = footprint.stps.map(({ code, name }) => `${name} (${code})`).join('; ');
  return (
    <>
      <p>
        {programme.title}, {round.label}.
      </p>
      <p>
        {footprint.name} ({footprint.code}){footprint.region === null ? '' : `, in the region ${footprint.region}`}
        {plans === '' ? '' : `. ${planningName(footprint.stps)}: ${plans}`}.
      </p>
      <DataTable
        caption="Organisations of the footprint"
        rows={rows}
        rowKey={({ code, role }) => `${code} ${role}`}
        columns={[
          { heading: 'Organisation', isRowHeading: true, cell: ({ name }) => name },
          { heading: 'Code', cell: ({ code }) => code },
          { heading: 'Role', cell: ({ role }) => membershipRoleLabels[role] },
        ]}
      />
    </>
  );
}
