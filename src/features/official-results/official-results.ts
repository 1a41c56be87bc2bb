/** What was published of one organisation in one care setting for one year. */
export interface PublishedResult {
  /** Null where it was published under a name alone. */
  readonly code: string | null;
  readonly name: string;
  readonly careSetting: string;
  readonly year: number;
  /** One for each measure of the release, digit for digit as published; null where there was none. */
  readonly scores: readonly (string | null)[];
  readonly note: string;
}

/** The rows of a release, and what was measured, in the order of its columns. */
export interface ReleaseRows {
  readonly measures: readonly string[];
  readonly rows: readonly PublishedResult[];
}

/** What tells one row of a release from another, however its letters are written. */
export function rowKey({ code, name, careSetting, year }: PublishedResult): string {
  return JSON.stringify([code ?? name, careSetting, year]).toLowerCase();
}

export function countScores({ rows }: ReleaseRows): number {
  return rows.reduce((sum, { scores }) => sum + scores.filter((score) => score !== null).length, 0);
}
