import { paths } from '../../../paths.ts';
import { type Column, type ColumnSort, DataTable } from '../../../views/data-table.tsx';
import { countOf, formatDate, inSentence } from '../../../views/format.ts';
import { SelectField, TextField } from '../../../views/forms/fields.tsx';
import { pageCount, positionWords } from '../../../views/pagination/pagination.ts';
import { PaginationLinks } from '../../../views/pagination/pagination-links.tsx';
import { RefusedNote } from '../../../views/refused-note.tsx';
import {
  type AreaRef,
  AsAtLine,
  DataSources,
  type Day,
  onDay,
  planningWords,
  type Source,
} from '../../directory/index.ts';
import { wellCased } from '../../directory-import/index.ts';
import { nextOrder } from '../../search/index.ts';
import {
  isNarrowed,
  type ListedMeasure,
  type ListedRelease,
  type ListedResult,
  placeAmong,
  RESULTS_ON_A_PAGE,
  type ResultsQuery,
  type ResultsSortKey,
  type ResultsSpread,
  resultsQueryParts,
  yearsOf,
} from '../results-list.ts';
import { shownScore } from '../shown-score.ts';

export interface ResultsListPageProps {
  readonly day: Day;
  readonly query: ResultsQuery;
  readonly release: ListedRelease;
  readonly releases: readonly ListedRelease[];
  /** What was asked for and left out, in sentences. */
  readonly refused: readonly string[];
  /** Those that have figures in the rows, and the one that is shown. */
  readonly measures: readonly ListedMeasure[];
  readonly measure: ListedMeasure | null;
  /** Those of the page, how many were found, and how many there are in the care setting and year. */
  readonly rows: readonly ListedResult[];
  readonly found: number;
  readonly of: number;
  /** Of the measure, of all of them. */
  readonly spread: ResultsSpread | null;
  /** With which its figures are published. */
  readonly decimals: number;
  readonly areas: { readonly regions: readonly AreaRef[]; readonly boards: readonly AreaRef[] };
  /** Versions whose place it took. */
  readonly earlier: readonly ListedRelease[];
  /** Other publications that were withdrawn by the day. */
  readonly withdrawn: readonly ListedRelease[];
  readonly sources: readonly Source[];
}

/** The results of one care setting and year, as they were published, a page at a time. */
export function ResultsListPage(props: ResultsListPageProps) {
  const { day, query, release, refused, rows, found, earlier } = props;
  const { series, title, publisher, publishedOn, about } = release;
  const parts = resultsQueryParts(query);
  const hrefOf = (change: Partial<ResultsQuery>) =>
    day.link(paths.officialResults(resultsQueryParts({ ...query, ...change })));
  const last = pageCount(found, RESULTS_ON_A_PAGE);
  return (
    <>
      <h1>Official results</h1>
      <p className="nhsuk-lede-text">
        {title}. Published by {publisher} on {formatDate(publishedOn)}, not worked out here.
      </p>
      {about !== '' && <p>{about}.</p>}
      <Filter {...props} />
      <RefusedNote refused={refused} />
      <h2 className="nhsuk-heading-m">{foundWords(props)}</h2>
      <SpreadWords {...props} />
      {found === 0 ? (
        <p className="ldr-empty">
          None matches. Names are those of the publication.{' '}
          <a href={hrefOf({ find: '', region: '', board: '', page: 1 })}>Leave out the filters</a>
        </p>
      ) : (
        <DataTable
          caption={`Scores of ${query.year}: ${inSentence(query.careSetting)}`}
          captionIsHidden
          cardsOn="tablet"
          rows={rows}
          rowKey={({ code, name }) => `${code} ${name}`}
          columns={columns(props)}
        />
      )}
      <PaginationLinks current={query.page} last={last} hrefOf={(page) => hrefOf({ page })} />
      <p className="ldr-figure-note">
        Scores can be compared within a care setting, not between two. The list has no order by score: what
        organisations say of themselves makes no league table. A dash: there is no figure.
      </p>
      <p className="ldr-downloads">
        Download with codes and every measure:{' '}
        <a href={day.link(paths.officialResults({ ...parts, page: '', format: 'csv' }))}>
          {countOf(found, 'result')} of this list (CSV)
        </a>
        , <a href={day.link(paths.officialResults({ series, format: 'csv' }))}>all of this publication (CSV)</a>. For
        programs: <a href={paths.apiOfficialResults({ series, 'as-at': day.asAt })}>official results in the API</a>
      </p>
      {earlier.map((version) => (
        <p key={version.version}>
          Earlier:{' '}
          <a href={onDay(paths.officialResults({ series }), version.publishedOn)}>
            version {version.version}, published on {formatDate(version.publishedOn)}
          </a>
        </p>
      ))}
      <Withdrawn releases={props.withdrawn} />
      <AsAtLine day={day} path={paths.officialResults()} keep={{ ...parts, page: '' }} />
      <DataSources sources={props.sources} />
    </>
  );
}

function foundWords({ query, found, of }: ResultsListPageProps): string {
  const count = isNarrowed(query) ? `${found} of ${countOf(of, 'result')}` : countOf(of, 'result');
  const position = positionWords(query.page, pageCount(found, RESULTS_ON_A_PAGE));
  return `${count}: ${inSentence(query.careSetting)}, ${query.year}${position === '' ? '' : `, ${position.toLowerCase()}`}`;
}

/** Of everybody in the care setting, also where the list is of some. */
function SpreadWords({ measure, spread, decimals }: ResultsListPageProps) {
  if (measure === null || spread === null) {
    return null;
  }
  const shown = (value: number) => shownScore(value, decimals);
  return (
    <p>
      {measure.label}: the median of {spread.n} is {shown(spread.median)}; the middle half have {shown(spread.q1)} to{' '}
      {shown(spread.q3)}, worked out here.
    </p>
  );
}

function Filter({ day, query, release, releases, measures, measure, areas }: ResultsListPageProps) {
  const settings = [...new Set(release.groups.map(({ careSetting }) => careSetting))];
  const { sort = '' } = resultsQueryParts(query);
  const { series, careSetting, year, find, region, board } = query;
  return (
    <search aria-label="Official results">
      <form method="get" action={paths.officialResults()} className="ldr-filters">
        {day.isChosen && <input type="hidden" name="as-at" value={day.asAt} />}
        {sort !== '' && <input type="hidden" name="sort" value={sort} />}
        <TextField name="q" type="search" label="Name or code" width={30} value={find} />
        <div className="ldr-filters__choices">
          {releases.length > 1 && (
            <SelectField
              name="series"
              label="Publication"
              choices={releases.map((each) => ({ value: each.series, label: each.title }))}
              value={series}
            />
          )}
          <SelectField
            name="setting"
            label="Care setting"
            choices={settings.map((value) => ({ value, label: value }))}
            value={careSetting}
          />
          <SelectField
            name="year"
            label="Year"
            choices={yearsOf(release, careSetting).map((each) => ({ value: String(each), label: String(each) }))}
            value={String(year)}
          />
          <SelectField
            name="measure"
            label="Measure"
            choices={measures.map(({ place, label }) => ({ value: String(place), label }))}
            value={measure === null ? null : String(measure.place)}
          />
          <SelectField
            name="board"
            label={planningWords(day.asAt).area}
            placeholder="All"
            choices={areas.boards.map(({ code, name }) => ({ value: code, label: name }))}
            value={board}
          />
          <SelectField
            name="region"
            label="Region"
            placeholder="All"
            choices={areas.regions.map(({ code, name }) => ({ value: code, label: name }))}
            value={region}
          />
        </div>
        <button className="nhsuk-button nhsuk-button--small" type="submit">
          Show results
        </button>
        {isNarrowed(query) && (
          <a
            className="ldr-filters__clear"
            href={day.link(
              paths.officialResults(resultsQueryParts({ ...query, find: '', region: '', board: '', page: 1 })),
            )}
          >
            Show all
          </a>
        )}
      </form>
    </search>
  );
}

function columns(props: ResultsListPageProps): Column<ListedResult>[] {
  const { day, measure, decimals, spread } = props;
  const score = ({ scores }: ListedResult) => (measure === null ? null : (scores[measure.place] ?? null));
  return [
    {
      heading: 'Name',
      isRowHeading: true,
      sort: sortBy(props, 'name'),
      cell: (row) => <NameCell row={row} day={day} />,
    },
    { heading: 'Code', sort: sortBy(props, 'code'), cell: ({ code }) => code || '–' },
    {
      heading: measure?.label ?? 'Score',
      numeric: true,
      cell: (row) => scoreWords(score(row), decimals),
    },
    { heading: 'Among its care setting', cell: (row) => placeAmong(score(row), spread) ?? '–' },
  ];
}

function scoreWords(score: string | null, decimals: number): string {
  return score === null ? '–' : shownScore(Number(score), decimals);
}

function NameCell({ row: { page, code, name }, day }: { row: ListedResult; day: Day }) {
  const shown = wellCased(name);
  if (page === null) {
    return shown;
  }
  const href = page === 'area' ? paths.area('icb', code) : paths.organisation(code);
  return <a href={day.link(`${href}#official-results`)}>{shown}</a>;
}

function sortBy({ day, query }: ResultsListPageProps, key: ResultsSortKey): ColumnSort {
  const { sort } = query;
  const parts = resultsQueryParts({ ...query, page: 1, sort: nextOrder(sort, key, 'ascending') });
  const current = sort.descending ? 'descending' : 'ascending';
  return { href: day.link(paths.officialResults(parts)), current: sort.by === key ? current : null };
}

/** What was taken back stays to be read as it was on the days before. */
function Withdrawn({ releases }: { releases: readonly ListedRelease[] }) {
  return releases.map(({ series, version, title, publisher, publishedOn, withdrawn }) =>
    withdrawn === null ? null : (
      <p key={series}>
        {title}, version {version}, was withdrawn on {formatDate(withdrawn.on)} and is not shown since:{' '}
        {withdrawn.reason}{' '}
        <a href={onDay(paths.officialResults({ series }), publishedOn)}>
          As {publisher} published it on {formatDate(publishedOn)}
        </a>
      </p>
    ),
  );
}

interface NoResultsPageProps {
  readonly day: Day;
  readonly firstOn: string | null;
  readonly withdrawn: readonly ListedRelease[];
}

/** The page of a day by which nothing was published, or all of it withdrawn. */
export function NoResultsPage({ day, firstOn, withdrawn }: NoResultsPageProps) {
  if (withdrawn.length > 0) {
    return (
      <>
        <h1>Official results</h1>
        <Withdrawn releases={withdrawn} />
        <AsAtLine day={day} path={paths.officialResults()} />
      </>
    );
  }
  return (
    <>
      <h1>Official results</h1>
      <p className="ldr-empty">
        {day.isToCome
          ? 'No results of others are recorded here. '
          : `No results of others are recorded here that were published by ${formatDate(day.asAt)}. `}
        {firstOn !== null && <a href={onDay(paths.officialResults(), firstOn)}>See those of {formatDate(firstOn)}</a>}
      </p>
      <AsAtLine day={day} path={paths.officialResults()} />
    </>
  );
}
