import { slugOf } from '../../platform/slug.ts';
import type { Spread } from '../../views/charts/chart-geometry.ts';
import { measureOfMostYears } from './measure-of-most-years.ts';
import { shownScore } from './shown-score.ts';

/** What was published of one measure in one care setting and year, of everybody together. */
export interface MeasureTogether extends Spread {
  readonly series: string;
  readonly careSetting: string;
  readonly year: number;
  /** The place of the measure in the release, from 0. */
  readonly measure: number;
  readonly n: number;
  /** Of all of the measure in the release. */
  readonly decimals: number;
  readonly greatest: number;
}

/** How a measure changed between two years that both have it, among those that have it in both. */
export interface MeasureChange {
  readonly series: string;
  readonly careSetting: string;
  readonly measure: number;
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly up: number;
  readonly down: number;
}

/** A release as far as a page of the whole country names it. */
export interface PictureRelease {
  readonly series: string;
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly about: string;
  readonly measures: readonly string[];
}

/** What the pages print of one release, of everybody together. */
export interface OfficialPicture {
  readonly release: PictureRelease;
  readonly settings: readonly PictureSetting[];
  readonly summary: PictureSummary;
}

/** The one measure that the release has for the most years, by care setting. */
export interface PictureSummary {
  readonly measure: string;
  /** In order of time. */
  readonly years: readonly number[];
  readonly rows: readonly SummaryRow[];
}

export interface SummaryRow {
  readonly careSetting: string;
  /** With a figure for the newest year. */
  readonly n: number;
  /** Medians, by year. */
  readonly medians: readonly string[];
  /** Since the year before, of those that have both. */
  readonly change: string;
}

export interface PictureSetting {
  readonly id: string;
  readonly careSetting: string;
  readonly lines: readonly PictureLine[];
  /** The end of the scale. */
  readonly greatest: number;
  /** A sentence for each measure that two years have. */
  readonly changes: readonly string[];
}

export interface PictureLine {
  readonly id: string;
  readonly label: string;
  readonly year: number;
  readonly spread: Spread;
  readonly median: string;
  readonly middleHalf: string;
  readonly n: number;
}

/** Each release by care setting; the years of a measure stand one under the other, the newest first. */
export function officialPictures(
  releases: readonly PictureRelease[],
  together: readonly MeasureTogether[],
  changes: readonly MeasureChange[],
): OfficialPicture[] {
  return releases.map((release) => {
    const own = together.filter(({ series }) => series === release.series);
    const settings = [...Map.groupBy(own, ({ careSetting }) => careSetting)].map(([careSetting, rows]) =>
      pictureSetting(release, careSetting, rows, changes),
    );
    return { release, settings, summary: summaryOf(release, own, changes) };
  });
}

function summaryOf(
  { series, measures }: PictureRelease,
  rows: readonly MeasureTogether[],
  changes: readonly MeasureChange[],
): PictureSummary {
  const yearsOf = (place: number) => [
    ...new Set(rows.filter(({ measure }) => measure === place).map(({ year }) => year)),
  ];
  const chosen = measureOfMostYears(measures, yearsOf);
  const years = yearsOf(chosen).sort((one, other) => one - other);
  const own = rows.filter(({ measure }) => measure === chosen);
  return {
    measure: measures[chosen] ?? '',
    years,
    rows: [...Map.groupBy(own, ({ careSetting }) => careSetting)].map(([careSetting, of]) => {
      const inYear = (year: number) => of.find((row) => row.year === year);
      const change = changes.find(
        (each) => each.series === series && each.careSetting === careSetting && each.measure === chosen,
      );
      return {
        careSetting,
        n: inYear(years.at(-1) ?? 0)?.n ?? 0,
        medians: years.map((year) => {
          const row = inYear(year);
          return row === undefined ? '–' : shownScore(row.median, row.decimals);
        }),
        change:
          change === undefined
            ? '–'
            : `${change.up} rose, ${change.down} fell, ${change.n - change.up - change.down} the same`,
      };
    }),
  };
}

function pictureSetting(
  { series, measures }: PictureRelease,
  careSetting: string,
  rows: readonly MeasureTogether[],
  changes: readonly MeasureChange[],
): PictureSetting {
  const years = new Map([...Map.groupBy(rows, ({ measure }) => measure)].map(([measure, of]) => [measure, of.length]));
  const sorted = rows.toSorted((one, other) => one.measure - other.measure || other.year - one.year);
  return {
    id: slugOf(`all results ${series} ${careSetting}`),
    careSetting,
    lines: sorted.map((row) => {
      const label = measures[row.measure] ?? '';
      const shown = (value: number) => shownScore(value, row.decimals);
      return {
        id: `${row.measure}-${row.year}`,
        label: (years.get(row.measure) ?? 0) > 1 ? `${label}, ${row.year}` : label,
        year: row.year,
        spread: row,
        median: shown(row.median),
        middleHalf: `${shown(row.q1)} to ${shown(row.q3)}`,
        n: row.n,
      };
    }),
    greatest: Math.ceil(Math.max(1, ...rows.map(({ greatest }) => greatest))),
    changes: changes
      .filter((change) => change.series === series && change.careSetting === careSetting)
      .map((change) => changeInWords(measures[change.measure] ?? '', change)),
  };
}

function changeInWords(measure: string, { from, to, n, up, down }: MeasureChange): string {
  const same = n - up - down;
  return `${measure}: of ${n} with a figure for ${from} and for ${to}, ${up} rose, ${down} fell and ${same} stayed the same.`;
}
