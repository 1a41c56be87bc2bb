import { measureOfMostYears } from '../measure-of-most-years.ts';
import { decimalsIn, shownScore } from '../shown-score.ts';

/** What the newest release has of a board in one year. */
export interface BoardResult {
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly measures: readonly string[];
  readonly areaId: string;
  readonly year: number;
  readonly scores: readonly (string | null)[];
}

/** One published figure of each board, for a map. */
export interface BoardFigures {
  readonly sourceId: string;
  /** The publication, e.g. `Digital Maturity Assessment: results of 2024 and 2025`. */
  readonly title: string;
  readonly publisher: string;
  readonly measure: string;
  readonly year: number;
  readonly decimals: number;
  /** By the id of the board's area. A board without results of its own, such as one made by a merger since, has none. */
  readonly figures: ReadonlyMap<string, number>;
}

/** Of the measure that shows most of a change over the years, the newest year; null where nothing was published. */
export function boardFigures(results: readonly BoardResult[]): BoardFigures | null {
  const [first] = results;
  if (first === undefined) {
    return null;
  }
  const having = (place: number) => results.filter(({ scores }) => (scores[place] ?? null) !== null);
  const chosen = measureOfMostYears(first.measures, (place) => having(place).map(({ year }) => year));
  const year = Math.max(...having(chosen).map((result) => result.year));
  const newest = having(chosen).filter((result) => result.year === year);
  const decimals = Math.min(2, decimalsIn(newest.map(({ scores }) => scores[chosen] ?? null)));
  const { sourceId, title, publisher, measures } = first;
  return {
    sourceId,
    title,
    publisher,
    measure: measures[chosen] ?? '',
    year,
    decimals,
    figures: new Map(
      newest.map(({ areaId, scores }) => [areaId, Number(shownScore(Number(scores[chosen]), decimals))]),
    ),
  };
}
