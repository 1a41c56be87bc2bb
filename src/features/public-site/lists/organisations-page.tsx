import { paths } from '../../../paths.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { pageCount, positionWords } from '../../../views/pagination/pagination.ts';
import { ListSteps } from '../../../views/pagination/pagination-links.tsx';
import { RefusedNote } from '../../../views/refused-note.tsx';
import { AsAtLine, DataSources, type Day, type Source } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import {
  isOrganisationsFiltered,
  type OrganisationList,
  type OrganisationsQuery,
  organisationQueryParts,
} from '../../search/index.ts';
import { SinceBoards } from '../facts/since-boards.tsx';
import { DownloadLinks, PageSizes } from './list-frame.tsx';
import { type OrganisationChoices, OrganisationsFilterForm } from './organisations-filter.tsx';
import { OrganisationsTable, patientsNote } from './organisations-table.tsx';

export interface OrganisationsPageProps {
  readonly day: Day;
  readonly pack: ProgrammePack;
  readonly query: OrganisationsQuery;
  /** What was asked for and left out, in sentences. */
  readonly refused: readonly string[];
  /** Name of the CCG in the filter; empty where there is none. */
  readonly commissionerName: string;
  readonly list: OrganisationList;
  readonly choices: OrganisationChoices;
  readonly sources: readonly Source[];
}

/** Every organisation of the directory, a page at a time. */
export function OrganisationsPage(props: OrganisationsPageProps) {
  const { day, pack, query, refused, list, choices, sources } = props;
  const parts = organisationQueryParts(query);
  const firstPage = (change: Partial<OrganisationsQuery>) =>
    day.link(paths.organisations(organisationQueryParts({ ...query, ...change })));
  const note = patientsNote(list.rows);
  return (
    <>
      <h1>Organisations</h1>
      <p className="nhsuk-lede-text">
        The bodies that plan and provide health and care in England, with their codes, their footprints and where they
        lie.
      </p>
      <OrganisationsFilterForm day={day} query={query} choices={choices} />
      <RefusedNote refused={refused} />
      <h2 className="nhsuk-heading-m">{resultWords(props)}</h2>
      <SinceBoards day={day} factsOn={pack.factsOn} before={{ href: paths.organisations(parts), text: 'this list' }} />
      {list.total === 0 ? (
        <NoneFound day={day} query={query} />
      ) : (
        <OrganisationsTable
          day={day}
          pack={pack}
          query={query}
          rows={list.rows}
          sortedBy={(sort) => firstPage({ sort })}
        />
      )}
      {note !== null && <p className="ldr-figure-note">{note}</p>}
      <Steps {...props} />
      {list.total > 0 && (
        <>
          <PageSizes size={query.size} hrefOf={(size) => firstPage({ size })} />
          <DownloadLinks
            what={
              isOrganisationsFiltered(query.filter) ? `these ${countOf(list.total, 'organisation')}` : 'all of them'
            }
            hrefOf={(format) => day.link(paths.organisations({ ...parts, size: '', format }))}
          />
        </>
      )}
      <p>
        For programs: <a href={paths.apiOrganisations()}>organisations in the API</a>, and{' '}
        <a href={paths.data()}>more files</a>
      </p>
      <AsAtLine day={day} path={paths.organisations()} keep={parts} />
      <DataSources sources={sources} />
    </>
  );
}

/** What to do next: wider, elsewhere, or among those that have closed. */
function NoneFound({ day, query: { filter } }: Pick<OrganisationsPageProps, 'day' | 'query'>) {
  const { search, status } = filter;
  return (
    <p className="ldr-empty">
      No organisation matches. Try fewer words, or{' '}
      <a href={day.link(paths.organisations({ q: search }))}>leave out the filters</a>
      {search !== '' && (
        <>
          , <a href={day.link(paths.search(search))}>search everything for “{search}”</a>
        </>
      )}
      {status !== 'closed' && (
        <>
          , or{' '}
          <a href={day.link(paths.organisations({ q: search, status: 'closed' }))}>
            look among those that had closed by {formatDate(day.asAt)}
          </a>
        </>
      )}
      .
    </p>
  );
}

function resultWords({ list, query, commissionerName }: OrganisationsPageProps): string {
  const { filter } = query;
  const count = countOf(list.total, filter.status === 'closed' ? 'closed organisation' : 'organisation');
  const commissioned = commissionerName === '' ? '' : ` commissioned by ${commissionerName}`;
  const position = positionWords(query.page, pageCount(list.total, query.size));
  return `${count}${commissioned}${position === '' ? '' : `, ${position.toLowerCase()}`}`;
}

function Steps({ day, query, list }: OrganisationsPageProps) {
  const parts = organisationQueryParts(query);
  return (
    <ListSteps
      list={list}
      page={query.page}
      last={pageCount(list.total, query.size)}
      start={day.link(paths.organisations(parts))}
      keyOf={({ code }) => code}
      hrefOf={(edge, page) => day.link(paths.organisations({ ...parts, ...edge, page }))}
    />
  );
}
