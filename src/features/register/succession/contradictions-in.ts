import { daysBetween } from '../../../platform/days.ts';
import type { Closing, SuccessionPair } from './succession.ts';

/** Codes are given again after years; what is said of one end is said of days nearer to each other. */
const SAME_END_DAYS = 366;

/**
 * The pairs that say of an end which is on record that others took the place, or that they did on another day. Where the file
 * also says what the record does, it adds to it, as in a split that was known in part, and nothing is contradicted.
 */
export function contradictionsIn(
  fresh: readonly SuccessionPair[],
  all: readonly SuccessionPair[],
  closings: readonly Closing[],
): { readonly pair: SuccessionPair; readonly known: Closing }[] {
  const closingsOf = Map.groupBy(closings, ({ code }) => code);
  const stated = new Set(
    all.map(({ predecessorCode, successorCode, effectiveOn }) => `${predecessorCode} ${successorCode} ${effectiveOn}`),
  );
  return fresh.flatMap((pair) => {
    const known = closingsOf
      .get(pair.predecessorCode)
      ?.find(({ on }) => Math.abs(daysBetween(on, pair.effectiveOn)) < SAME_END_DAYS);
    const saysSame =
      known?.successors.some((successor) => stated.has(`${known.code} ${successor} ${known.on}`)) ?? false;
    const addsToIt = saysSame && known?.on === pair.effectiveOn;
    return known === undefined || addsToIt ? [] : [{ pair, known }];
  });
}
