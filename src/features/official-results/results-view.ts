import { slugOf } from '../../platform/slug.ts';
import type { Spread } from '../../views/charts/chart-geometry.ts';
import type { FoundResult } from './found-result.ts';
import { shownScore } from './shown-score.ts';

/** What the pages print of one release. */
export interface ReleaseView {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly about: string;
  readonly own: readonly SettingView[];
  /** Results of whoever went before. */
  readonly before: readonly PredecessorView[];
}

export interface PredecessorView {
  readonly code: string;
  /** As published. */
  readonly name: string;
  readonly settings: readonly SettingView[];
}

/** The results in one care setting. */
export interface SettingView {
  readonly id: string;
  readonly careSetting: string;
  /** As published, that of the newest year first. */
  readonly names: readonly string[];
  readonly lines: readonly MeasureLine[];
  /** The end of the scale: a whole number that no figure of the release is above. */
  readonly greatest: number;
  readonly notes: readonly string[];
  /** What has figures for every year, where other measures have not: it alone says how the years compare. */
  readonly comparable: readonly string[];
}

export interface MeasureLine {
  readonly id: string;
  /** The measure, with the year where the release has it for several. */
  readonly label: string;
  readonly year: number;
  readonly value: number;
  readonly score: string;
  readonly spread: Spread;
  readonly median: string;
  /** How many of the care setting have a figure. */
  readonly n: number;
}

/** Results as they are shown: by release, whose they are, and care setting; the newest year first. */
export function releaseViews(results: readonly FoundResult[]): ReleaseView[] {
  return [...Map.groupBy(results, ({ series }) => series).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) {
      return [];
    }
    const { series, title, publisher, publishedOn, about } = first;
    const others = Map.groupBy(
      rows.filter(({ isOwn }) => !isOwn),
      ({ code, name }) => `${code} ${name}`,
    );
    const before = [...others.values()].flatMap((own) =>
      own.slice(0, 1).map(({ code, name }) => ({ code, name, settings: settingViews(own) })),
    );
    return {
      id: series,
      title,
      publisher,
      publishedOn,
      about,
      own: settingViews(rows.filter(({ isOwn }) => isOwn)),
      before,
    };
  });
}

function settingViews(rows: readonly FoundResult[]): SettingView[] {
  return [...Map.groupBy(rows, ({ careSetting }) => careSetting)].map(([careSetting, own]) => {
    const years = own.toSorted((one, other) => other.year - one.year);
    const lines = (own[0]?.measures ?? []).flatMap((_label, measure) => linesOf(years, measure));
    return {
      id: slugOf(`results ${own[0]?.series} ${own[0]?.code} ${careSetting}`),
      careSetting,
      names: [...new Set(years.map(({ name }) => name))],
      lines,
      greatest: Math.ceil(Math.max(1, ...(own[0]?.greatest ?? []))),
      notes: [...new Set(years.map(({ note }) => note).filter((note) => note !== ''))],
      comparable: comparableIn(years),
    };
  });
}

/** One measure in each year that has it. */
function linesOf(years: readonly FoundResult[], measure: number): MeasureLine[] {
  const lines = years.flatMap((row): Omit<MeasureLine, 'label'>[] => {
    const score = row.scores[measure] ?? null;
    const spread = row.spreads[measure] ?? null;
    if (score === null || spread === null) {
      return [];
    }
    const shown = (value: number) => shownScore(value, row.decimals[measure] ?? 0);
    return [
      {
        id: `${measure}-${row.year}`,
        year: row.year,
        value: Number(score),
        score: shown(Number(score)),
        spread,
        median: shown(spread.median),
        n: spread.n,
      },
    ];
  });
  const label = years[0]?.measures[measure] ?? '';
  return lines.map((line) => ({ ...line, label: lines.length > 1 ? `${label}, ${line.year}` : label }));
}

/** None where all measures have every year, or where there is one year. */
function comparableIn(years: readonly FoundResult[]): string[] {
  const measures = years[0]?.measures ?? [];
  const inAll = measures.filter((_label, place) => years.every(({ scores }) => (scores[place] ?? null) !== null));
  const inAny = measures.filter((_label, place) => years.some(({ scores }) => (scores[place] ?? null) !== null));
  return years.length > 1 && inAll.length < inAny.length ? inAll : [];
}
