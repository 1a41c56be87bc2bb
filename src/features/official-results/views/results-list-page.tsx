import { paths } from '../../../paths.ts';
import { type Column, type ColumnSort, DataTable } from '../../../views/data-table.tsx';
import { countOf, formatDate, inSentence } from '../../../views/format.ts';
import { SelectField } from '../../../views/forms/fields.tsx';
import { RefusedNote } from '../../../views/refused-note.tsx';
import { AsAtLine, DataSources, type Day, onDay, type Source } from '../../directory/index.ts';
import { nextOrder } from '../../search/index.ts';
import {
  type ListedMeasure,
  type ListedRelease,
  type ListedResult,
  type ResultsQuery,
  type ResultsSortKey,
  resultsQueryParts,
  yearsOf,
} from '../results-list.ts';
import { decimalsIn, shownScore } from '../shown-score.ts';

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
  readonly rows: readonly ListedResult[];
  /** Versions whose place it took. */
  readonly earlier: readonly ListedRelease[];
  readonly sources: readonly Source[];
}

/** All results of one care setting and year, as they were published. */
export function ResultsListPage(props: ResultsListPageProps) {
  const { day, query, release, refused, rows, earlier } = props;
  const { series, title, publisher, publishedOn, about } = release;
  return (
    <>
      <h1>Official results</h1>
      <p className="nhsuk-lede-text">
        {title}. Published by {publisher} on {formatDate(publishedOn)}, not worked out here.
      </p>
      {about !== '' && <p>{about}.</p>}
      <Filter {...props} />
      <RefusedNote refused={refused} />
      <h2 className="nhsuk-heading-m">
        {countOf(rows.length, 'result')}: {inSentence(query.careSetting)}, {query.year}
      </h2>
      <DataTable
        caption={`Scores of ${query.year}: ${inSentence(query.careSetting)}`}
        captionIsHidden
        cardsOn="tablet"
        rows={rows}
        rowKey={({ code, name }) => `${code} ${name}`}
        columns={columns(props)}
      />
      <p className="ldr-figure-note">
        Scores can be compared within a care setting, not between two. A dash: there is no figure.
      </p>
      <p className="ldr-downloads">
        Download all of this publication, with codes:{' '}
        <a href={day.link(paths.officialResults({ series, format: 'csv' }))}>CSV, for a spreadsheet</a>. For programs:{' '}
        <a href={paths.apiOfficialResults({ series, 'as-at': day.asAt })}>official results in the API</a>
      </p>
      {earlier.map((version) => (
        <p key={version.version}>
          Earlier:{' '}
          <a href={onDay(paths.officialResults({ series }), version.publishedOn)}>
            version {version.version}, published on {formatDate(version.publishedOn)}
          </a>
        </p>
      ))}
      <AsAtLine day={day} path={paths.officialResults()} keep={resultsQueryParts(query)} />
      <DataSources sources={props.sources} />
    </>
  );
}

function Filter({ day, query, release, releases, measures, measure }: ResultsListPageProps) {
  const settings = [...new Set(release.groups.map(({ careSetting }) => careSetting))];
  const { sort = '' } = resultsQueryParts(query);
  return (
    <search aria-label="Official results">
      <form method="get" action={paths.officialResults()} className="ldr-filters">
        {day.isChosen && <input type="hidden" name="as-at" value={day.asAt} />}
        {sort !== '' && <input type="hidden" name="sort" value={sort} />}
        <div className="ldr-filters__choices">
          {releases.length > 1 && (
            <SelectField
              name="series"
              label="Publication"
              choices={releases.map(({ series, title }) => ({ value: series, label: title }))}
              value={query.series}
            />
          )}
          <SelectField
            name="setting"
            label="Care setting"
            choices={settings.map((value) => ({ value, label: value }))}
            value={query.careSetting}
          />
          <SelectField
            name="year"
            label="Year"
            choices={yearsOf(release, query.careSetting).map((year) => ({ value: String(year), label: String(year) }))}
            value={String(query.year)}
          />
          <SelectField
            name="measure"
            label="Measure"
            choices={measures.map(({ place, label }) => ({ value: String(place), label }))}
            value={measure === null ? null : String(measure.place)}
          />
        </div>
        <button className="nhsuk-button nhsuk-button--small" type="submit">
          Show results
        </button>
      </form>
    </search>
  );
}

function columns(props: ResultsListPageProps): Column<ListedResult>[] {
  const { day, measure, rows } = props;
  const score = ({ scores }: ListedResult) => (measure === null ? null : (scores[measure.place] ?? null));
  const decimals = decimalsIn(rows.map(score));
  return [
    {
      heading: 'Name',
      isRowHeading: true,
      sort: sortBy(props, 'name', 'ascending'),
      cell: (row) => <NameCell row={row} day={day} />,
    },
    { heading: 'Code', sort: sortBy(props, 'code', 'ascending'), cell: ({ code }) => code || '–' },
    {
      heading: measure?.label ?? 'Score',
      numeric: true,
      sort: sortBy(props, 'score', 'descending'),
      cell: (row) => scoreWords(score(row), decimals),
    },
  ];
}

function scoreWords(score: string | null, decimals: number): string {
  return score === null ? '–' : shownScore(Number(score), decimals);
}

function NameCell({ row: { page, code, name }, day }: { row: ListedResult; day: Day }) {
  if (page === null) {
    return name;
  }
  const href = page === 'area' ? paths.area('icb', code) : paths.organisation(code);
  return <a href={day.link(`${href}#official-results`)}>{name}</a>;
}

function sortBy(
  { day, query }: ResultsListPageProps,
  key: ResultsSortKey,
  first: 'ascending' | 'descending',
): ColumnSort {
  const { sort } = query;
  const parts = resultsQueryParts({ ...query, sort: nextOrder(sort, key, first) });
  const current = sort.descending ? 'descending' : 'ascending';
  return { href: day.link(paths.officialResults(parts)), current: sort.by === key ? current : null };
}

/** The page of a day by which nothing was published. */
export function NoResultsPage({ day, firstOn }: { readonly day: Day; readonly firstOn: string | null }) {
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
