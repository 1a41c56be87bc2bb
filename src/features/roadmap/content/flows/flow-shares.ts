import { lastDayOf } from '../../../../platform/forms/typed-period.ts';
import type { Flow, FlowTerms } from './flow.ts';

/** How many flows there are, and how. Those of which nobody knows how they go are in none of the two shares. */
export interface FlowShares {
  readonly known: number;
  readonly unknown: number;
  readonly digital: number;
  readonly structured: number;
}

/** The shares on a day; null stands for the day of the plan itself. */
export interface FlowStep extends FlowShares {
  readonly on: string | null;
}

export type Ways = readonly Omit<FlowTerms['ways'][number], 'letter'>[];
export type Going = Pick<Flow, 'wayNow' | 'planned'>;

/**
 * How many flows are digital, and structured, as the plan is written and at the end of each day by which one of them is to change. What is
 * planned is taken to have happened on its last day. A way that the list does not hold is counted as not known.
 */
export function flowSteps(flows: readonly Going[], ways: Ways): FlowStep[] {
  const days = new Set(flows.flatMap(({ planned }) => (planned === null ? [] : lastDayOf(planned.by))));
  return [null, ...[...days].sort()].map((on) => ({ on, ...sharesOn(flows, ways, on) }));
}

/** The shares at the end of a day; null stands for the day of the plan itself. */
export function sharesOn(flows: readonly Going[], ways: Ways, on: string | null): FlowShares {
  const known = flows.flatMap((flow) => ways.find(({ id }) => id === wayOn(flow, on)) ?? []);
  return {
    known: known.length,
    unknown: flows.length - known.length,
    digital: known.filter(({ digital }) => digital).length,
    structured: known.filter(({ structured }) => structured).length,
  };
}

function wayOn({ wayNow, planned }: Going, on: string | null): string | null {
  return on !== null && planned !== null && lastDayOf(planned.by) <= on ? planned.wayId : wayNow;
}
