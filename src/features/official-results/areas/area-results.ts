import { slugOf } from '../../../platform/slug.ts';
import { shownScore } from '../shown-score.ts';

/** One row of a release of an organisation in an area. */
export interface AreaResult {
  readonly series: string;
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly measures: readonly string[];
  readonly code: string;
  readonly name: string;
  readonly careSetting: string;
  readonly year: number;
  readonly scores: readonly (string | null)[];
  /** With which each measure is published. */
  readonly decimals: readonly number[];
}

/** What a page prints of one release, of the organisations of an area. */
export interface AreaRelease extends Pick<AreaResult, 'series' | 'title' | 'publisher' | 'publishedOn'> {
  readonly settings: readonly AreaSetting[];
}

export interface AreaSetting {
  readonly id: string;
  readonly careSetting: string;
  /** The heading of each column of figures. */
  readonly headings: readonly string[];
  readonly rows: readonly AreaRow[];
}

export interface AreaRow {
  readonly code: string;
  readonly name: string;
  /** One for each heading; null where there was no figure. */
  readonly figures: readonly (string | null)[];
}

/** By release and care setting: a row for each organisation, a column for each measure, years before the newest in brackets. */
export function areaReleases(results: readonly AreaResult[]): AreaRelease[] {
  return [...Map.groupBy(results, ({ series }) => series).values()].flatMap((rows) =>
    rows.slice(0, 1).map(({ series, title, publisher, publishedOn }) => ({
      series,
      title,
      publisher,
      publishedOn,
      settings: [...Map.groupBy(rows, ({ careSetting }) => careSetting)].map(([careSetting, own]) =>
        areaSetting(series, careSetting, own),
      ),
    })),
  );
}

function areaSetting(series: string, careSetting: string, results: readonly AreaResult[]): AreaSetting {
  const years = [...new Set(results.map(({ year }) => year))].sort((one, other) => other - one);
  const { measures = [], decimals = [] } = results[0] ?? {};
  const columns = measures.flatMap((label, place) => {
    const having = years.filter((year) =>
      results.some((row) => row.year === year && (row.scores[place] ?? null) !== null),
    );
    return having.length === 0 ? [] : [{ place, having, heading: headingOf(label, having, years) }];
  });
  const rows = [...Map.groupBy(results, ({ code, name }) => `${code} ${name}`).values()].flatMap((own) =>
    own.slice(0, 1).map(({ code, name }) => ({
      code,
      name,
      figures: columns.map(({ place, having }) => {
        const figures = having.map((year) => {
          const score = own.find((row) => row.year === year)?.scores[place] ?? null;
          return score === null ? null : shownScore(Number(score), decimals[place] ?? 0);
        });
        const [newest = null, ...earlier] = figures;
        return figures.every((figure) => figure === null)
          ? null
          : [newest ?? '–', ...earlier.map((figure) => `(${figure ?? '–'})`)].join(' ');
      }),
    })),
  );
  return {
    id: slugOf(`results ${series} ${careSetting}`),
    careSetting,
    headings: columns.map(({ heading }) => heading),
    rows,
  };
}

/** `Overall, 2025 (2024)`; without a year where it is of the newest alone. */
function headingOf(label: string, [newest, ...earlier]: readonly number[], years: readonly number[]): string {
  return earlier.length === 0 && newest === years[0]
    ? label
    : `${label}, ${[newest, ...earlier.map((year) => `(${year})`)].join(' ')}`;
}
