import { versionStateLabels } from '../roadmap/index.ts';
import type { PlanBefore } from './plan-coverage.ts';

/** The roadmap of an earlier round, with its state. */
export function planBeforeInWords({ roundLabel, state }: PlanBefore): string {
  return `${roundLabel}: ${versionStateLabels[state]}`;
}
