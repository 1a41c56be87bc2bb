import type { ScoreScale } from '../../programme/index.ts';

/** Where a footprint stands in one capability group. Both lists are of organisation ids, in order. */
export interface GroupBaseline {
  readonly groupId: string;
  /** At full precision; null when no member has a score. Null is never to be read as 0. */
  readonly mean: number | null;
  readonly n: number;
  readonly included: readonly string[];
  /** Members that ought to be in the mean and have no score for the section. */
  readonly missing: readonly string[];
  /** Of its scores; from 0 to 100 when left out. */
  readonly scale?: ScoreScale;
}
