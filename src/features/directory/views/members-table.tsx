import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import type { ProgrammePack } from '../../programme/index.ts';
import type { Day } from '../as-at.ts';
import type { Member } from '../directory.ts';
import type { RoleGroup } from './footprint-view.ts';
import { typeOf } from './organisation-types.ts';
import { Provenance } from './provenance.tsx';

interface MembersTableProps {
  readonly group: RoleGroup;
  readonly pack: ProgrammePack;
  readonly day: Day;
}

/** The organisations of one role, each with how we know that it belongs. */
export function MembersTable({ group, pack, day }: MembersTableProps) {
  return (
    <>
      <h3 className="nhsuk-heading-m">
        {group.heading} ({group.members.length})
      </h3>
      <p>{group.meaning}</p>
      <DataTable
        caption={`${group.heading} of the footprint`}
        captionIsHidden
        rows={group.members}
        rowKey={(member) => member.organisationId}
        columns={[
          { heading: 'Organisation', isRowHeading: true, cell: (member) => <Name member={member} day={day} /> },
          { heading: 'Code', cell: (member) => member.code },
          { heading: 'Type', cell: (member) => typeOf(pack, member.typeId).label },
          {
            heading: 'How we know',
            cell: (member) => <Provenance standing={member.standing} source={member.source} note={member.note} />,
          },
        ]}
      />
    </>
  );
}

function Name({ member, day }: { member: Member; day: Day }) {
  return (
    <span className="ldr-cell">
      <a href={day.link(paths.organisation(member.code))}>{member.name}</a>
      {member.listedAs !== '' && member.listedAs !== member.name && (
        <span className="ldr-line-note">Listed as “{member.listedAs}”</span>
      )}
    </span>
  );
}
