import { by, compareNames, compareText } from '../../platform/compare.ts';
import type { CsvTable } from '../../platform/csv-table.ts';
import { type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
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
  readonly sort: SortOrder<ResultsSortKey>;
}

const sortKeys = ['name', 'code', 'score'] as const;
export type ResultsSortKey = (typeof sortKeys)[number];

const usualSort: SortOrder<ResultsSortKey> = { by: 'name', descending: false };

/** By the newest version of each series that was out on the day; the newest publication first. */
export function releasesOf(all: readonly ListedRelease[], asAt: string): ListedRelease[] {
  const out = all.filter(({ publishedOn }) => publishedOn <= asAt);
  const newest = [...Map.groupBy(out, ({ series }) => series).values()].flatMap((versions) =>
    versions.toSorted((one, other) => other.version - one.version).slice(0, 1),
  );
  return newest.toSorted((one, other) => compareText(other.publishedOn, one.publishedOn));
}

/** Reads the address; what is left open is the first that there is. */
export function readResultsQuery(
  form: PostedForm,
  releases: readonly [ListedRelease, ...ListedRelease[]],
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
  const sort = reader.sort(sortKeys, usualSort);
  return {
    query: {
      series: release.series,
      careSetting,
      year: year === '' ? (years[0] ?? 0) : Number(year),
      measure: measure === '' ? null : Number(measure),
      sort,
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
  sort,
}: ResultsQuery): Readonly<Record<string, string>> {
  const isUsual = sort.by === usualSort.by && !sort.descending;
  return {
    series,
    setting: careSetting,
    year: String(year),
    measure: measure === null ? '' : String(measure),
    sort: isUsual ? '' : sortText(sort),
  };
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

/** In the order asked for; without a figure last, and the same figures by name. */
export function sortResults(
  rows: readonly ListedResult[],
  { by: key, descending }: SortOrder<ResultsSortKey>,
  measure: number,
): ListedResult[] {
  const named = rows.toSorted(by(({ name }) => name, compareNames));
  if (key === 'score') {
    const figure = ({ scores }: ListedResult) => Number(scores[measure] ?? Number.NaN);
    const sign = descending ? -1 : 1;
    const withFigure = named.filter((row) => !Number.isNaN(figure(row)));
    const without = named.filter((row) => Number.isNaN(figure(row)));
    return [...withFigure.toSorted((one, other) => sign * (figure(one) - figure(other))), ...without];
  }
  const sorted = key === 'name' ? named : rows.toSorted(by(({ code }) => code));
  return descending ? sorted.toReversed() : sorted;
}

/** A release as the file that it can be brought in from. */
export function resultsTable({ measures }: Pick<ListedRelease, 'measures'>): CsvTable<ListedResult> {
  return {
    columns: ['organisation_code', 'organisation_name', 'care_setting', 'year', ...measures, 'note'],
    rowsOf: ({ code, name, careSetting, year, scores, note }) => [[code, name, careSetting, year, ...scores, note]],
  };
}

/** Whether the whole release is asked for as a file. */
export function isFileAsked(form: PostedForm): boolean {
  return textOf(form, 'format') === 'csv';
}
