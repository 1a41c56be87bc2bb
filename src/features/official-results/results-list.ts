import { by, compareNames, compareText } from '../../platform/compare.ts';
import type { CsvTable } from '../../platform/csv-table.ts';
import { type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import { pageNumber } from '../../views/pagination/pagination.ts';
import { matchesWords, searchWords } from '../directory/index.ts';
import { type Asked, queryReader, type SortOrder, sortText } from '../search/index.ts';

/** A release that was out on the day, in the version of the day. */
export interface ListedRelease {
  readonly series: string;
  readonly version: number;
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly about: string;
  /** Since when its publisher has taken it back, and why; null of one that stands. */
  readonly withdrawn: { readonly on: string; readonly reason: string } | null;
  readonly measures: readonly string[];
  /** What is in it, by care setting and then by year, the newest first. */
  readonly groups: readonly { readonly careSetting: string; readonly year: number }[];
}

/** One row of a release, and whose page it leads to. */
export interface ListedResult {
  readonly code: string;
  readonly name: string;
  readonly careSetting: string;
  readonly year: number;
  readonly scores: readonly (string | null)[];
  readonly note: string;
  /** Null where the code means nothing here. */
  readonly page: 'organisation' | 'area' | null;
}

export interface ResultsQuery {
  readonly series: string;
  readonly careSetting: string;
  readonly year: number;
  /** The place of the measure in the release; null for the first that has figures. */
  readonly measure: number | null;
  /** Words of the name, or a code; empty for all. */
  readonly find: string;
  /** Codes of areas of the day; empty for all. */
  readonly region: string;
  readonly board: string;
  readonly sort: SortOrder<ResultsSortKey>;
  readonly page: number;
}

/** Never by score: what organisations say of themselves makes no league table (docs/adr/0035-results-are-kept-as-published.md). */
const sortKeys = ['name', 'code'] as const;
export type ResultsSortKey = (typeof sortKeys)[number];

const usualSort: SortOrder<ResultsSortKey> = { by: 'name', descending: false };

/** On a phone each is a card. */
export const RESULTS_ON_A_PAGE = 25;

/** The newest version of each series that was out on the day, where it was not withdrawn by then; the newest publication first. */
export function releasesOf(all: readonly ListedRelease[], asAt: string): ListedRelease[] {
  return newestBy(all, asAt).filter((release) => !isWithdrawn(release, asAt));
}

/** Those that would be listed on the day if they had not been withdrawn. */
export function withdrawnBy(all: readonly ListedRelease[], asAt: string): ListedRelease[] {
  return newestBy(all, asAt).filter((release) => isWithdrawn(release, asAt));
}

function newestBy(all: readonly ListedRelease[], asAt: string): ListedRelease[] {
  const out = all.filter(({ publishedOn }) => publishedOn <= asAt);
  const newest = [...Map.groupBy(out, ({ series }) => series).values()].flatMap((versions) =>
    versions.toSorted((one, other) => other.version - one.version).slice(0, 1),
  );
  return newest.toSorted((one, other) => compareText(other.publishedOn, one.publishedOn));
}

function isWithdrawn({ withdrawn }: ListedRelease, asAt: string): boolean {
  return withdrawn !== null && withdrawn.on <= asAt;
}

/** The areas that there are on the day, by their codes. */
export interface KnownAreas {
  readonly regions: readonly string[];
  readonly boards: readonly string[];
}

/** Reads the address; what is left open is the first that there is. */
export function readResultsQuery(
  form: PostedForm,
  releases: readonly [ListedRelease, ...ListedRelease[]],
  areas: KnownAreas,
): Asked<ResultsQuery> & { readonly release: ListedRelease } {
  const reader = queryReader(form);
  const series = reader.choice(
    'series',
    releases.map((release) => release.series),
    'publication here on this day',
    'the newest is shown',
  );
  const release = releases.find((each) => each.series === series) ?? releases[0];
  const settings = [...new Set(release.groups.map(({ careSetting }) => careSetting))];
  const careSetting =
    reader.choice('setting', settings, 'care setting of it', 'the first is shown') || (settings[0] ?? '');
  const years = yearsOf(release, careSetting);
  const year = reader.choice('year', years.map(String), 'year of it', 'the newest is shown');
  const places = release.measures.map((_label, measure) => String(measure));
  const measure = reader.choice('measure', places, 'measure of it', 'the first is shown');
  return {
    query: {
      series: release.series,
      careSetting,
      year: year === '' ? (years[0] ?? 0) : Number(year),
      measure: measure === '' ? null : Number(measure),
      find: reader.words('q'),
      region: reader.choice('region', areas.regions, 'region of this day', 'those of all are shown'),
      board: reader.choice('board', areas.boards, 'area of a board of this day', 'those of all are shown'),
      sort: reader.sort(sortKeys, usualSort),
      page: pageNumber(textOf(form, 'page')),
    },
    release,
    refused: reader.refused(),
  };
}

export function yearsOf({ groups }: ListedRelease, careSetting: string): number[] {
  return groups.flatMap((group) => (group.careSetting === careSetting ? group.year : []));
}

/** The parts of an address that lead to the same list. */
export function resultsQueryParts({
  series,
  careSetting,
  year,
  measure,
  find,
  region,
  board,
  sort,
  page,
}: ResultsQuery): Readonly<Record<string, string>> {
  const isUsual = sort.by === usualSort.by && !sort.descending;
  return {
    series,
    setting: careSetting,
    year: String(year),
    measure: measure === null ? '' : String(measure),
    q: find,
    region,
    board,
    sort: isUsual ? '' : sortText(sort),
    page: page === 1 ? '' : String(page),
  };
}

/** Whether only some of a care setting and year are asked for. */
export function isNarrowed({ find, region, board }: Pick<ResultsQuery, 'find' | 'region' | 'board'>): boolean {
  return find !== '' || region !== '' || board !== '';
}

/** Those in whose code and name all the words are, and who lie, by their codes, in every one of the areas. */
export function narrowed(
  rows: readonly ListedResult[],
  find: string,
  areas: readonly ReadonlySet<string>[],
): ListedResult[] {
  const words = searchWords(find);
  return rows.filter(({ code, name }) => areas.every((codes) => codes.has(code)) && matchesWords(words, [code, name]));
}

/** Where half of the figures of a care setting lie, in the middle. */
export interface ResultsSpread {
  readonly n: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** Too few figures have no middle half worth a name. */
const FEWEST_WITH_A_MIDDLE = 8;

/** Where a figure lies among those of its care setting; null where there is none, or too few others. */
export function placeAmong(score: string | null, spread: ResultsSpread | null): string | null {
  if (score === null || spread === null || spread.n < FEWEST_WITH_A_MIDDLE) {
    return null;
  }
  const value = Number(score);
  return value < spread.q1
    ? 'below the middle half'
    : value > spread.q3
      ? 'above the middle half'
      : 'in the middle half';
}

/** A measure that has figures in a list. */
export interface ListedMeasure {
  readonly place: number;
  readonly label: string;
}

/** The measures that have figures in these rows, by their place in the release. */
export function measuresIn(
  { measures }: Pick<ListedRelease, 'measures'>,
  rows: readonly ListedResult[],
): ListedMeasure[] {
  return measures
    .map((label, place) => ({ place, label }))
    .filter(({ place }) => rows.some(({ scores }) => (scores[place] ?? null) !== null));
}

/** In the order asked for. */
export function sortResults(
  rows: readonly ListedResult[],
  { by: key, descending }: SortOrder<ResultsSortKey>,
): ListedResult[] {
  const sorted = rows.toSorted(key === 'name' ? by(({ name }) => name, compareNames) : by(({ code }) => code));
  return descending ? sorted.toReversed() : sorted;
}

/** A release as the file that it can be brought in from. */
export function resultsTable({ measures }: Pick<ListedRelease, 'measures'>): CsvTable<ListedResult> {
  return {
    columns: ['organisation_code', 'organisation_name', 'care_setting', 'year', ...measures, 'note'],
    rowsOf: ({ code, name, careSetting, year, scores, note }) => [[code, name, careSetting, year, ...scores, note]],
  };
}

/** Whether results are asked for as a file: those of the whole publication, or of the filter alone. */
export function fileAsked(form: PostedForm): 'publication' | 'filter' | null {
  if (textOf(form, 'format') !== 'csv') {
    return null;
  }
  return textOf(form, 'setting') === '' ? 'publication' : 'filter';
}
