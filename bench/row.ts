/** One line of the report: what was measured, what it was measured against in the same run, and the ratio to reach. */
export interface BenchRow {
  readonly name: string;
  readonly ours: string;
  readonly against: string;
  /** Higher is better. */
  readonly ratio: number;
  readonly toReach: number;
}
