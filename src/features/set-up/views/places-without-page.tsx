import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { numberedPage } from '../../../views/pagination/pagination.ts';
import { PaginationLinks } from '../../../views/pagination/pagination-links.tsx';
import type { NeededRole, PlaceWithout, RoleWords } from '../needed-roles.ts';

const SHOWN = 50;

interface PlacesWithoutPageProps {
  readonly role: NeededRole;
  readonly words: RoleWords;
  readonly places: readonly PlaceWithout[];
  /** Which page of the list, from 1. */
  readonly page: number;
}

/** Every place in which nobody holds a role, each with the way to give it to somebody. */
export function PlacesWithoutPage({ role, words, places, page }: PlacesWithoutPageProps) {
  const { list, holder, oneHolder, places: kind } = words;
  const { rows, current, last } = numberedPage(places, page, SHOWN);
  return (
    <>
      <h1>{list}</h1>
      {places.length > 0 && (
        <p>
          <ButtonLink href={paths.inviteMany()}>Invite many at once</ButtonLink>{' '}
          <a href={paths.people({ role })}>See who holds the role</a>
        </p>
      )}
      <DataTable
        caption={`${countOf(places.length, ...kind)} without ${oneHolder}, by name`}
        rows={rows}
        rowKey={({ id }) => id}
        empty={`Every ${kind[0]} in the directory has one.`}
        columns={[
          { heading: 'Name', isRowHeading: true, cell: ({ name }) => name },
          { heading: 'Code', cell: ({ code }) => code },
          { heading: 'Role', cell: (place) => <InviteLink place={place} role={role} holder={holder} /> },
        ]}
      />
      <PaginationLinks
        current={current}
        last={last}
        hrefOf={(number) => paths.placesWithout(role, { page: String(number) })}
      />
    </>
  );
}

interface InviteLinkProps {
  readonly place: PlaceWithout;
  readonly role: NeededRole;
  readonly holder: string;
}

/** Says for where, to whoever hears it without the row. */
function InviteLink({ place: { name, code }, role, holder }: InviteLinkProps) {
  return (
    <a href={paths.invitePerson({ role, place: code })}>
      Invite the {holder}
      <span className="nhsuk-u-visually-hidden"> of {name}</span>
    </a>
  );
}
