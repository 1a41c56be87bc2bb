import { paths } from '../../../paths.ts';
import type { Page } from '../../../platform/page.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatDate } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { SelectField, TextField } from '../../../views/forms/fields.tsx';
import { FilterForm } from '../../../views/forms/filter-form.tsx';
import { roleLabels } from '../../identity/index.ts';
import { lastDayOf } from '../letters.ts';
import { cursorOf, type PeopleQuery } from '../people-query.ts';
import type { PersonRow } from '../people-repository.ts';

interface PeoplePageProps {
  readonly query: PeopleQuery;
  /** Name of the place that was asked for: null where none was, empty where there is none of that code. */
  readonly placeName: string | null;
  readonly page: Page<PersonRow>;
  readonly roles: readonly { readonly value: string; readonly label: string }[];
  readonly mayInvite: boolean;
  readonly mayManage: (row: PersonRow) => boolean;
}

/** Who has which role where, since when and until when, and what can be done about it. */
export function PeoplePage({ query, placeName, page, roles, mayInvite, mayManage }: PeoplePageProps) {
  return (
    <>
      <h1>People</h1>
      {mayInvite && (
        <p>
          <ButtonLink href={paths.invitePerson()}>Invite a person</ButtonLink>{' '}
          <a href={paths.inviteMany()}>Invite many at once</a>
        </p>
      )}
      <Filters query={query} roles={roles} />
      {placeName === '' && <p>There is no place with the code “{query.place}”.</p>}
      <DataTable
        caption={captionOf(page.total, placeName)}
        rows={page.rows}
        rowKey={({ grantId }) => grantId}
        empty="Nobody matches. Try with fewer filters, or invite somebody."
        cardsOn="tablet"
        columns={[
          { heading: 'Person', isRowHeading: true, cell: (row) => <Who row={row} /> },
          {
            heading: 'Role',
            cell: ({ role, scopeKind, scopeName }) => (
              <>
                {roleLabels[role]}
                <br />
                {scopeKind === 'nation' ? 'National team' : scopeName}
              </>
            ),
          },
          { heading: 'Since and until', cell: (row) => <Dates row={row} /> },
          { heading: 'Last seen', cell: ({ lastSeenAt }) => (lastSeenAt === null ? 'Never' : formatDate(lastSeenAt)) },
          { heading: 'Signs in with', cell: (row) => signInWords(row) },
          {
            heading: 'Change',
            cell: (row) => (
              <>
                {mayManage(row) ? <ChangeLink row={row} /> : 'You cannot change this'}
                <br />
                <HistoryLink row={row} />
              </>
            ),
          },
        ]}
      />
      <Steps query={query} page={page} />
    </>
  );
}

function captionOf(total: number, placeName: string | null): string {
  const where = placeName === null || placeName === '' ? '' : ` in ${placeName}`;
  return `${countOf(total, 'role')}${where}, by name`;
}

function Steps({ query, page }: Pick<PeoplePageProps, 'query' | 'page'>) {
  return (
    <p>
      {query.after !== null && <a href={paths.people(partsOf(query))}>First page</a>}
      {query.after !== null && page.next !== null && ' · '}
      {page.next !== null && (
        <a href={paths.people({ ...partsOf(query), after: cursorOf(page.next) })} rel="next">
          Next page
        </a>
      )}
    </p>
  );
}

function partsOf({ find, role, place }: PeopleQuery) {
  return { find, role: role ?? '', place };
}

function Filters({ query, roles }: Pick<PeoplePageProps, 'query' | 'roles'>) {
  const isFiltered = query.find !== '' || query.role !== null || query.place !== '';
  return (
    <FilterForm label="People" action={paths.people()} button="Show people" isFiltered={isFiltered}>
      <TextField name="find" label="Name or e-mail address" hint="Part of it will do" value={query.find} errors={[]} />
      <SelectField name="role" label="Role" choices={roles} value={query.role} placeholder="Every role" errors={[]} />
      <TextField
        name="place"
        label="Place"
        hint="A code such as RL4 or Y56, or a footprint such as gloucestershire"
        value={query.place}
        errors={[]}
      />
    </FilterForm>
  );
}

function Who({ row: { name, email, jobTitle } }: { row: PersonRow }) {
  return (
    <>
      {name}
      {jobTitle !== '' && `, ${jobTitle}`}
      <br />
      <span className="ldr-unbroken ldr-unbroken--address">{email}</span>
    </>
  );
}

function signInWords({ canSignIn, hasSecondFactor, isPersona }: PersonRow): string {
  if (isPersona) {
    return 'Invented person';
  }
  if (!canSignIn) {
    return 'Has not chosen a password yet';
  }
  return hasSecondFactor ? 'Password and second factor' : 'Password';
}

function Dates({ row: { grantedAt, endsAt } }: { row: PersonRow }) {
  return (
    <>
      {formatDate(grantedAt)}
      <br />
      {endsAt === null ? 'No end' : formatDate(lastDayOf(endsAt))}
    </>
  );
}

/** Says for whom, to whoever hears it without the row. */
function ChangeLink({ row }: { row: PersonRow }) {
  return (
    <a href={paths.role(row.grantId)}>
      Change
      <span className="nhsuk-u-visually-hidden">
        {' '}
        the role of {row.name}, {roleLabels[row.role]}
      </span>
    </a>
  );
}

function HistoryLink({ row: { grantId, name } }: { row: PersonRow }) {
  return (
    <a href={paths.roleHistory(grantId)}>
      History<span className="nhsuk-u-visually-hidden"> of the access of {name}</span>
    </a>
  );
}
