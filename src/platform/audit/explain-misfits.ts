import { type Discrepancy, type DiscrepancyKind, placeOf } from './audit-discrepancy.ts';

/** An event whose hash is not that of its content at its place. */
export interface Misfit {
  readonly place: number;
  /** The place at which its hash is right; null where none was found. */
  readonly truePlace: number | null;
}

interface Moved {
  readonly place: number;
  readonly truePlace: number;
}

/**
 * Says what was done to a chain whose events do not fit their places, given in the order of these. A removal or an insertion with
 * the rest numbered anew moves many events by one; told of each of them nobody would see what happened. Answers at least one
 * discrepancy where there is a misfit.
 */
export function explainMisfits(
  chain: string,
  misfits: readonly Misfit[],
  isEmpty: (place: number) => boolean,
): Discrepancy[] {
  const moved = misfits.flatMap(({ place, truePlace }) => (truePlace === null ? [] : [{ place, truePlace }]));
  const taken = new Set(misfits.map(({ place }) => place));
  const truePlaces = new Set(moved.map(({ truePlace }) => truePlace));
  const at = (kind: DiscrepancyKind) => (place: number) => ({ kind, ...placeOf(chain, place) });
  const foreign = misfits.filter(({ truePlace }) => truePlace === null).map(({ place }) => place);
  // What stands where an event belongs that now comes later, and fits there, was put in.
  const impostors = moved
    .filter(({ place, truePlace }) => truePlace < place && !taken.has(truePlace) && !isEmpty(truePlace))
    .map(({ truePlace }) => truePlace);
  // An event that came forward stands where another was, which is nowhere now.
  const missing = moved
    .filter(({ place, truePlace }) => truePlace > place && !truePlaces.has(place))
    .map(({ place }) => place);
  return [
    ...foreign.filter((place) => !truePlaces.has(place)).map(at('changed')),
    ...foreign.filter((place) => truePlaces.has(place)).map(at('inserted')),
    ...impostors.map(at('inserted')),
    ...missing.map(at('removed')),
    ...outOfOrder(moved).map(({ place, truePlace }) => ({ ...at('reordered')(truePlace), last: place })),
  ];
}

/** Those that come after an event which belongs behind them. */
function outOfOrder(moved: readonly Moved[]): Moved[] {
  let furthest = 0;
  return moved.filter(({ truePlace }) => {
    const isLate = truePlace < furthest;
    furthest = Math.max(furthest, truePlace);
    return isLate;
  });
}
