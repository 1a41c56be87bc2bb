import type { ValidTime } from './reference.ts';

/* Half-open periods of ISO dates. ISO dates sort as text, and no recorded end is later than every date. */

/** Whether the period holds at least one day. */
export function isOrdered({ validFrom, validTo }: ValidTime): boolean {
  return validTo === null || validFrom < validTo;
}

/** Whether the two periods share a day; periods that only meet do not. */
export function overlap(a: ValidTime, b: ValidTime): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

/** Whether every day of `inner` is a day of `outer`. */
export function contains(outer: ValidTime, inner: ValidTime): boolean {
  if (inner.validFrom < outer.validFrom) {
    return false;
  }
  return outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
}

function startsBeforeEnd(a: ValidTime, b: ValidTime): boolean {
  return b.validTo === null || a.validFrom < b.validTo;
}
