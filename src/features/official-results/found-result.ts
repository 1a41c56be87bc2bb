import type { Standing } from '../programme/index.ts';

/** Whose results are wanted: an organisation, or the area of a board. */
export type ResultsSubject =
  | { readonly subject: 'organisation'; readonly organisationId: string; readonly code: string }
  | { readonly subject: 'area'; readonly code: string };

/** Where the results of one care setting and year lie, for one measure. */
export interface MeasureSpread {
  /** How many have a figure. */
  readonly n: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** One row of a release, with what others of its care setting have. */
export interface FoundResult {
  readonly series: string;
  readonly version: number;
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly standing: Standing;
  /** What readers should know of the release. */
  readonly about: string;
  readonly measures: readonly string[];
  /** The greatest figure of each measure in the release, and how many decimals it is published with. */
  readonly greatest: readonly number[];
  readonly decimals: readonly number[];
  /** False of a result of somebody that the subject took over from. */
  readonly isOwn: boolean;
  readonly code: string;
  readonly name: string;
  readonly careSetting: string;
  readonly year: number;
  readonly scores: readonly (string | null)[];
  readonly note: string;
  readonly spreads: readonly (MeasureSpread | null)[];
}
