import { by } from '../../../platform/compare.ts';
import { dayBefore } from '../../../platform/days.ts';
import type { PastRelation } from './past.ts';

/** Who the other of a relation is on a day. */
export type RelatedOnDay =
  | { readonly kind: 'there'; readonly name: string | null }
  /** The code has no holder any more, or none yet: what is said of its holder does not hold. `last` is the last day of who was there before. */
  | { readonly kind: 'gone'; readonly name: string; readonly last: string };

/** The bearer of the code on the day, by the name of that day; one who is in no directory here is there for all we know. */
export function bearerOn(
  { related, bearers }: Pick<PastRelation, 'related' | 'bearers'>,
  day: string,
): RelatedOnDay | null {
  if (bearers.length === 0) {
    return { kind: 'there', name: related.name };
  }
  const holder = bearers.find(({ from, to }) => (from ?? '') <= day && (to === null || day < to));
  if (holder !== undefined) {
    return { kind: 'there', name: holder.name };
  }
  const gone = bearers
    .filter(({ to }) => to !== null && to <= day)
    .toSorted(by(({ to }) => to ?? ''))
    .at(-1);
  return gone === undefined || gone.to === null ? null : { kind: 'gone', name: gone.name, last: dayBefore(gone.to) };
}
