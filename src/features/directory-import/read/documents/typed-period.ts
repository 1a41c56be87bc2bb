/** A period as ODS states it: what is so in law, or what is so in use. */
export interface TypedPeriod {
  readonly type: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The periods that count: the operational ones, since the 27-column files state those too; the legal ones where no
 * operational is stated. First and last day of a period are never mixed from the two.
 */
export function countingPeriods(periods: readonly TypedPeriod[]): readonly Period[] {
  const operational = periods.filter(({ type }) => type === 'Operational');
  const counting = operational.length > 0 ? operational : periods;
  return counting.map(({ from, to }) => ({ from, to }));
}

/** The one period of a thing that has been and gone once: from the first day stated to the last, open if any is. */
export function wholePeriod(periods: readonly TypedPeriod[]): Period {
  const counting = countingPeriods(periods);
  const starts = counting.flatMap(({ from }) => from ?? []).sort();
  const ends = counting.map(({ to }) => to);
  const isOpen = ends.length === 0 || ends.includes(null);
  return { from: starts[0] ?? null, to: isOpen ? null : (ends.toSorted().at(-1) ?? null) };
}
