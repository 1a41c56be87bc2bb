import type { ScoreLevel } from '../score-tree.ts';
import type { Distribution } from './distribution.ts';

/** How the submitted scores of a round spread, for one section, theme or overall: over everyone, and over one care setting. */
export interface Benchmark {
  readonly level: ScoreLevel;
  readonly key: string;
  /** Null when nobody has a score. */
  readonly national: Distribution | null;
  readonly careSetting: Distribution | null;
}
