import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { type AreaRef, type Day, type Member, StatusNote, typeOf } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { RoleGroup } from '../facts/footprint-words.ts';
import { Provenance } from '../facts/provenance.tsx';

interface MembersTableProps {
  readonly group: RoleGroup;
  readonly pack: ProgrammePack;
  readonly day: Day;
  /** The other footprints that members are in, by organisation id. */
  readonly otherFootprints: ReadonlyMap<string, readonly AreaRef[]>;
}

/** The organisations of one role, each with how we know that it belongs. */
export function MembersTable({ group, pack, day, otherFootprints }: MembersTableProps) {
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
          {
            heading: 'Organisation',
            isRowHeading: true,
            cell: (member) => (
              <Name member={member} day={day} elsewhere={otherFootprints.get(member.organisationId) ?? []} />
            ),
          },
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

interface NameProps {
  readonly member: Member;
  readonly day: Day;
  readonly elsewhere: readonly AreaRef[];
}

function Name({ member, day, elsewhere }: NameProps) {
  return (
    <>
      <a href={day.link(paths.organisation(member.code))}>{member.name}</a>
      <StatusNote organisation={member} />
      {member.listedAs !== '' && member.listedAs !== member.name && (
        <span className="ldr-line-note">Listed as “{member.listedAs}”</span>
      )}
      {elsewhere.length > 0 && (
        <span className="ldr-line-note">
          Also in{' '}
          {elsewhere.map((footprint, index) => (
            <span key={footprint.areaId}>
              {index > 0 && ', '}
              <a href={day.link(paths.footprint(footprint.slug))}>{footprint.name}</a>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
