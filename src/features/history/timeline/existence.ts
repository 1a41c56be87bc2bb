import { dayBefore } from '../../../platform/days.ts';

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether something existed on a day, and if not, when it last did and when it next would. */
export type Existence =
  | { readonly kind: 'there' }
  | {
      readonly kind: 'absent';
      /** The last day before on which it existed; null when there was none. */
      readonly until: string | null;
      /** The first day after on which it existed; null when there is none. */
      readonly since: string | null;
    };

/** Where a day lies among the periods in which something existed. */
export function existenceOn(periods: readonly Period[], day: string): Existence {
  if (periods.some(({ from, to }) => (from ?? '') <= day && (to === null || day < to))) {
    return { kind: 'there' };
  }
  const ends = periods.flatMap(({ to }) => (to !== null && to <= day ? [to] : [])).sort();
  const starts = periods.flatMap(({ from }) => (from !== null && from > day ? [from] : [])).sort();
  const lastEnd = ends.at(-1);
  return { kind: 'absent', until: lastEnd === undefined ? null : dayBefore(lastEnd), since: starts[0] ?? null };
}
