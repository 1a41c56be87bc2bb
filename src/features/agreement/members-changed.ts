import type { Acting } from '../identity/index.ts';
import { differenceInWords, type MembersDifference } from '../register/index.ts';

/** Because of what, in words: `The members of the footprint are others now: Northvale CCG joined (a file was brought in)`. */
export function membersChangedReason(difference: MembersDifference, because = ''): string {
  const why = because === '' ? '' : ` (${because})`;
  return `The members of the footprint are others now: ${differenceInWords(difference)}${why}`;
}

/** Who acts where a change of members has a consequence that nobody asked for. */
export function theServiceItself(at: Date): Acting {
  return { personId: null, name: 'The service', role: 'The service', onBehalfOf: 'the service itself', at };
}
